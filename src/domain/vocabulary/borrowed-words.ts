/**
 * Units, abbreviations and borrowed words that Vietnamese papers write small and that are no Vietnamese syllables: where
 * they stand nothing was misread.
 */
export const BORROWED_WORDS: ReadonlySet<string> = new Set(
  (
    'mm cm km kg ml ha m2 m3 kw kwh kv v.v vnđ usd fax email gmail web website internet wifi online offline server file ' +
    'forum blog video clip audio fanpage facebook zalo youtube logo karaoke game chip robot laptop camera radio tivi ' +
    'scan photo copy pdf word excel gara ga-ra container logistics marketing startup virus virut vắc-xin vaccine covid ' +
    'oxy protein vitamin gen ion laser album marathon golf festival tour resort homestay modul module test'
  ).split(' ')
)
