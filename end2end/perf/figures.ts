/** One figure: what it is, what it should be at most (or at least), and what it was. */
export interface Figure {
  name: string;
  goal: number;
  /** Whether more is better. */
  atLeast?: boolean;
  measured: number;
  unit: string;
  /** How it came about, where that is not plain. */
  note?: string;
}

/** The figures as a table: goal and measured side by side. */
export function table(figures: Figure[]): string {
  const head = ["figure", "goal", "measured", "", "note"];
  const rows = figures.map((figure) => [
    figure.name,
    `${figure.atLeast ? "≥" : "≤"} ${shown(figure.goal)} ${figure.unit}`.trim(),
    `${shown(figure.measured)} ${figure.unit}`.trim(),
    reached(figure) ? "reached" : "MISSED",
    figure.note ?? "",
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function reached({ goal, measured, atLeast }: Figure): boolean {
  return atLeast ? measured >= goal : measured <= goal;
}

function shown(number: number): string {
  return Number.isInteger(number) ? String(number) : number.toFixed(number < 1 ? 4 : 1);
}

/** The value that this share of the values does not pass. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
