/** The four levels of every rubric, 1 first. */
export const levelNames = ['not yet', 'developing', 'ready', 'strong'] as const
