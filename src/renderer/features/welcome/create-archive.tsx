import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArchiveState } from '#contract/operations/archive.ts'
import type { NewEncryption } from '#contract/operations/encryption.ts'
import { LEVEL_NAMES, LEVELS, type Level } from '#domain/vocabulary/levels.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { DateField } from '../../components/date-field.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { takeArchiveState } from '../../hooks/use-engine-events.ts'
import { today } from '../../strings/dates.ts'
import { encryptionWords } from '../../strings/encryption.ts'
import { welcomeWords as words } from '../../strings/welcome.ts'
import { NewEncryptionFields } from '../encryption/new-encryption.tsx'
import { cleanOffice, EMPTY_OFFICE, withProposal } from './propose-office.ts'

/** A new archive: the office its prints and its reader go by, and the folder it lies in. */
export function CreateArchive(props: Readonly<{ state: ArchiveState; onBack(): void }>) {
  const queries = useQueryClient()
  const create = useCommand('archive.create')
  const question = useFolderQuestion()
  const [office, setOffice] = useState(EMPTY_OFFICE)
  const [terms, setTerms] = useState<readonly (string | null)[]>([null])
  const [folder, setFolder] = useState(props.state.proposedFolder)
  const [tried, setTried] = useState(false)
  const [sealed, setSealed] = useState(false)
  const [encryption, setEncryption] = useState<NewEncryption | null>(null)
  const clean = cleanOffice(office, terms)
  const missing = [
    clean.name === '' ? words.name : '',
    clean.code === '' ? words.code : '',
    clean.place === '' ? words.place : '',
    folder.trim() === '' ? words.folder : '',
    sealed && !encryption ? encryptionWords.offer.missing : ''
  ].filter((field) => field !== '')
  const text = (
    field: 'parentBody' | 'officeName' | 'place' | 'code' | 'clerk',
    more: { placeholder?: string; help?: string } = {}
  ) => (
    <TextField
      label={words[field]}
      name={field}
      value={office[field]}
      onChange={(value) => setOffice({ ...office, [field]: value })}
      placeholder={more.placeholder ?? ''}
      trail={more.help}
      error={
        tried && (field === 'code' || field === 'place') && clean[field] === ''
          ? words.missing(words[field].toLowerCase())
          : null
      }
    />
  )
  const make = () => {
    setTried(true)
    if (missing.length > 0 || create.isPending) return
    create.mutate(
      { folder: folder.trim(), office: clean, encryption: sealed ? encryption : null },
      { onSuccess: (state) => takeArchiveState(queries, state) }
    )
  }
  const choose = async () => {
    const chosen = await question.ask({
      title: words.chooseTitle,
      action: words.chooseDo,
      purpose: 'place',
      start: null,
      newName: words.folderName,
      hint: words.folderAbout
    })
    if (chosen !== null) setFolder(chosen)
  }
  useShortcuts({ 'Ctrl+Enter': make, Escape: props.onBack })
  return (
    <form
      className="welcome-create"
      aria-label={words.createTitle}
      onSubmit={(event) => {
        event.preventDefault()
        make()
      }}
    >
      <div className="row">
        <Button quiet icon="back" label={words.createBack} onPress={props.onBack} />
        <h1>{words.createTitle}</h1>
      </div>
      <fieldset>
        <legend>{words.office}</legend>
        <div className="wide">
          <TextField
            label={words.name}
            name="name"
            value={office.name}
            onChange={(name) => setOffice(withProposal(office, name))}
            placeholder={words.namePlace}
            error={tried && clean.name === '' ? words.missing(words.name.toLowerCase()) : null}
            required
            autoFocus
          />
        </div>
        <div className="wide">{text('parentBody', { placeholder: words.parentBodyPlace })}</div>
        {text('officeName')}
        {text('place', { placeholder: words.placePlace })}
        {text('code', { help: words.codeHelp })}
        <Select<Level>
          label={words.level}
          value={office.level}
          choices={LEVELS.map((level) => ({ value: level, text: LEVEL_NAMES[level] }))}
          onChange={(level) => setOffice({ ...office, level })}
        />
        {text('clerk', { help: words.clerkHelp })}
        <TextField
          label={words.acknowledgeDays}
          name="acknowledgeDays"
          inputMode="numeric"
          trail={words.days}
          value={String(office.acknowledgeDays)}
          onChange={(value) => {
            const days = Number(value.replace(/\D/g, '').slice(0, 3))
            setOffice({ ...office, acknowledgeDays: Math.min(365, Math.max(1, days)) })
          }}
        />
      </fieldset>
      <fieldset>
        <legend>{words.terms}</legend>
        <p className="hint wide">{words.termsAbout}</p>
        {terms.map((day, index) => (
          <DateField
            key={index}
            label={words.term(index + 1)}
            value={day}
            onChange={(next) => setTerms(terms.map((one, at) => (at === index ? next : one)))}
          />
        ))}
        <div className="wide">
          <Button small icon="add" onPress={() => setTerms([...terms, null])}>
            {words.addTerm}
          </Button>
        </div>
      </fieldset>
      <fieldset>
        <legend>{words.where}</legend>
        <div className="wide folder-row">
          <TextField label={words.folder} name="folder" value={folder} onChange={setFolder} />
          <Button icon="folder" onPress={() => void choose()}>
            {words.choose}
          </Button>
        </div>
        <p className="hint wide">{words.folderAbout}</p>
      </fieldset>
      <fieldset>
        <legend>{encryptionWords.offer.legend}</legend>
        <div className="wide">
          <Checkbox checked={sealed} onChange={setSealed}>
            {encryptionWords.offer.check}
          </Checkbox>
          <p className="hint">{encryptionWords.offer.about}</p>
          {sealed && (
            <NewEncryptionFields office={clean.name} folder={folder} today={today()} onChange={setEncryption} />
          )}
        </div>
      </fieldset>
      {create.isError && <FailureNote error={create.error} />}
      {tried && missing.length > 0 && (
        <p className="field-error" role="alert">
          {words.missing(missing.join(', ').toLowerCase())}
        </p>
      )}
      <div className="row welcome-deeds">
        <Button onPress={props.onBack}>
          {words.createBack} <Kbd>Esc</Kbd>
        </Button>
        <Button kind="primary" submit disabled={create.isPending}>
          {words.make} <Kbd>Ctrl Enter</Kbd>
        </Button>
      </div>
      {question.dialog}
    </form>
  )
}
