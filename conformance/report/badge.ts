import type { RunRecord } from '../record.ts'

const colours = { conformant: '#1a7f37', 'non-conformant': '#b31d28', incomplete: '#8a5a00' } as const

/** An SVG badge: the verdict, and the profile to which it holds. A run of a part of the suite says so. */
export function badge(record: RunRecord): string {
  const left = 'checkout conformance'
  const right = record.only === null ? `${record.verdict}, ${record.profile}` : `${record.verdict}, in part`
  const colour = record.only === null ? colours[record.verdict] : '#57606a'
  const [a, b] = [width(left), width(right)]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${a + b}" height="20" role="img" aria-label="${left}: ${right}">
<title>${left}: ${right}</title>
<rect width="${a + b}" height="20" rx="3" fill="#3d444d"/>
<path d="M${a} 0h${b - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${b - 3}z" fill="${colour}"/>
<g fill="#fff" text-anchor="middle" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11">
<text x="${a / 2}" y="14" textLength="${a - 12}">${left}</text>
<text x="${a + b / 2}" y="14" textLength="${b - 12}">${right}</text>
</g>
</svg>
`
}

/** Pixels for a text of this size with a margin; `textLength` makes it come out so in any font. */
const width = (text: string): number => Math.round(text.length * 6.4) + 12
