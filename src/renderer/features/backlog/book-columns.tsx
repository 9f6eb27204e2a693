import type { RegisterFieldName, RegisterReading } from '#contract/operations/backlog.ts'
import type { OutputOf } from '#contract/operations.ts'
import { REGISTER_FIELDS } from '#domain/register/columns.ts'
import { Note } from '../../components/note.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { backlogWords as words } from '../../strings/backlog.ts'
import { showCount } from '../../strings/dates.ts'
import { chooseField, fieldOfColumn, hasNumber } from './book-steps.ts'

type BookColumnsProps = Readonly<{
  looked: OutputOf<'backlog.look'>
  reading: RegisterReading
  onReading(reading: RegisterReading): void
  onSheet(sheet: number): void
}>

const SKIP = ''

/** Which column is what: proposed from the heads, changed by the clerk. */
export function BookColumns(props: BookColumnsProps) {
  const { looked, reading } = props
  const change = (part: Partial<RegisterReading>) => props.onReading({ ...reading, ...part })
  const choices = [
    { value: SKIP, text: words.skip },
    ...REGISTER_FIELDS.map((field) => ({ value: field, text: words.fields[field] }))
  ]
  return (
    <>
      <div className="book-head">
        {looked.sheets.length > 1 && (
          <Select
            label={words.sheet}
            value={String(reading.sheet)}
            choices={looked.sheets.map((sheet, index) => ({
              value: String(index),
              text: words.sheetRows(sheet.name, showCount(sheet.rows))
            }))}
            onChange={(value) => props.onSheet(Number(value))}
          />
        )}
        <Select
          label={words.direction}
          value={reading.direction}
          choices={(['incoming', 'outgoing'] as const).map((value) => ({ value, text: words.directions[value] }))}
          onChange={(direction) => change({ direction })}
        />
        <TextField
          label={words.year}
          trail={words.yearHint}
          inputMode="numeric"
          value={reading.year === null ? '' : String(reading.year)}
          onChange={(text) => {
            const digits = text.replace(/\D/g, '').slice(0, 4)
            change({ year: digits === '' ? null : Number(digits) })
          }}
        />
      </div>
      {looked.remembered && <Note>{words.remembered}</Note>}
      {!hasNumber(reading.columns) && <Note tone="warn">{words.noNumberColumn}</Note>}
      <table className="tbl book-columns">
        <thead>
          <tr>
            <th scope="col">{words.columns}</th>
            <th scope="col">{words.means}</th>
            <th scope="col">{words.samples}</th>
          </tr>
        </thead>
        <tbody>
          {looked.columns.map((column) => (
            <tr key={column.index}>
              <td title={column.title}>{column.title}</td>
              <td>
                <Select<string>
                  bare
                  label={`${words.means}: ${column.title}`}
                  value={fieldOfColumn(reading.columns, column.index) ?? SKIP}
                  choices={choices}
                  onChange={(value) =>
                    change({
                      columns: chooseField(
                        reading.columns,
                        column.index,
                        value === SKIP ? null : (value as RegisterFieldName)
                      )
                    })
                  }
                />
              </td>
              <td className="muted" title={column.samples.join(' · ')}>
                {column.samples.join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
