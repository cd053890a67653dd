/** A placement check on the small path of the content tests, of which a test breaks one thing. */
export const placementFile = 'small/placement.yaml'

export const placementText = `introduction: "Three questions."
items:
  - id: PL01
    stage: basics
    question: "Is one a number?"
    options: ["yes", "no"]
    answer: 0
    reason: "It counts."
    review: A01
  - id: PL02
    stage: basics
    question: "Is two one?"
    options: ["yes", "no"]
    answer: 1
    reason: "It is one more."
    review: A03
scoring:
  readyAt: 2
  rules:
    - { when: { basics: below }, start: basics, fastLane: { rightAnswers: 1, steps: [A03] } }
    - { when: { basics: ready }, start: later, evidence: "A number of yours.", otherwise: A03 }
notes:
  - "You decide."
`
