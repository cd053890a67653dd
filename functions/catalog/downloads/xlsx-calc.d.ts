declare module 'xlsx-calc' {
  export interface CalculatedCell {
    /** The formula without its `=`. */
    f?: string
    v?: unknown
    t?: string
  }

  export default function calculate(workbook: { Sheets: Record<string, Record<string, CalculatedCell>> }): void
}
