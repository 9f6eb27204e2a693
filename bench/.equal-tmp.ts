import Database from 'better-sqlite3'
import { indexDifferences } from '/work/main/src/archive/care/compare-index.ts'
import { differences } from '/work/main/src/archive/care/compare-rows.ts'
import { DERIVED_TABLES, FACT_TABLES } from '/work/main/src/archive/care/fact-tables.ts'

const a = new Database('/tmp/b20k/archive/archive.db'),
  b = new Database('/tmp/b20k/a2/archive.db')
let n = 0
for (const d of differences(a as never, b as never, [...FACT_TABLES, ...DERIVED_TABLES])) {
  if (n++ < 5) console.log(d)
}
console.log(
  'row differences',
  n,
  'index',
  indexDifferences(a as never, b as never).size,
  a.prepare('select count(*) c from document').get(),
  b.prepare('select count(*) c from document').get(),
  a.prepare('select count(*) c from citation').get()
)
