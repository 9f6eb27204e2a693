/**
 * Số và ký hiệu: "221-CV/HU" is number 221, separator "-", symbol "CV/HU"; "44a-CV/VPHU" has suffix "a";
 * the State's "4512/KH-UBND" is number 4512, separator "/", symbol "KH-UBND"; "42/2022/NĐ-CP" has symbol "2022/NĐ-CP".
 * The number is text as written ("08", not 8). It is not an identity: see design §4.
 */
export type Reference = Readonly<{
  number: string
  suffix: string | null
  separator: '-' | '/'
  symbol: string
}>
