import { useState } from 'react'
import { commonWords } from '../../strings/common.ts'
import { Button } from '../button.tsx'
import { Checkbox } from '../checkbox.tsx'
import { Dialog } from '../dialog.tsx'
import type { Column } from './columns.ts'

/** "Cột": which columns are shown. */
export function ColumnMenu<Row>(
  props: Readonly<{ columns: readonly Column<Row>[]; hidden: readonly string[]; onToggle(id: string): void }>
) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button small icon="columns" onPress={() => setOpen(true)}>
        {commonWords.columns}
      </Button>
      {open && (
        <Dialog
          title={commonWords.columnsTitle}
          onClose={() => setOpen(false)}
          footer={<Button onPress={() => setOpen(false)}>{commonWords.close}</Button>}
        >
          {props.columns.map((column) => (
            <Checkbox
              key={column.id}
              checked={column.always || !props.hidden.includes(column.id)}
              disabled={column.always ?? false}
              onChange={() => props.onToggle(column.id)}
            >
              {column.title}
            </Checkbox>
          ))}
        </Dialog>
      )}
    </>
  )
}
