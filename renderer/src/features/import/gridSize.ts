/** Sizes of the grid in px. */
export const ROW = 25
/** Row numbers at the left. */
export const GUTTER = 44
/** Column letters and, beneath them, what each column is read as. */
export const HEAD = 44
