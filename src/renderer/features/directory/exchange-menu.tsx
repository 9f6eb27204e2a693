import { useState } from 'react'
import { saveFile } from '../../app/print.ts'
import { useToasts } from '../../app/toasts.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { directoryCareWords as words } from '../../strings/directory-care.ts'
import { useClient } from '../../transport/context.tsx'
import { ImportDialog } from './import-dialog.tsx'

/** The directory as a sheet, out and in. */
export function ExchangeMenu() {
  const client = useClient()
  const toasts = useToasts()
  const [importing, setImporting] = useState(false)
  const save = async (format: 'xlsx' | 'csv') => {
    try {
      const file = await client.call('directory.export', { format })
      saveFile(file)
      toasts.done(words.exported(file.name))
    } catch (error) {
      toasts.failed(error, words.notExported)
    }
  }
  return (
    <>
      <MenuButton
        icon="spreadsheet"
        items={[
          { id: 'import', text: words.importSheet, run: () => setImporting(true) },
          { id: 'xlsx', text: words.exportXlsx, run: () => void save('xlsx') },
          { id: 'csv', text: words.exportCsv, run: () => void save('csv') }
        ]}
      >
        {words.more}
      </MenuButton>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  )
}
