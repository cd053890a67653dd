/** Rules between lessons and the examples that they play. */
import type { Problem } from './problems.ts'
import type { Course } from './read-course.ts'

/** Answers: which lessons name an example that does not exist, or one twice? */
export function checkAudio({ lessons, examples }: Pick<Course, 'lessons' | 'examples'>): Problem[] {
  return lessons.flatMap(({ file, fields, lineOf }) =>
    fields.audio.flatMap((id, index) => {
      const problem = (what: string, remedy: string) => [
        { file, line: lineOf(['audio', index]), field: 'audio', what, remedy },
      ]
      if (!examples.has(id))
        return problem(`There is no example \`${id}\`.`, `Write \`audio/${id}.yaml\`, or correct the id.`)
      return fields.audio.indexOf(id) === index ? [] : problem(`\`${id}\` is named twice.`, 'Name it once.')
    }),
  )
}
