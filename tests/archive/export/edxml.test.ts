import { rmSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { dayIn, referenceIn } from '#archive/export/edxml/header-draft.ts'
import { looksLikeEdxml, readEdxml } from '#archive/export/edxml/read-edxml.ts'
import { edxmlOf } from '#archive/export/edxml/write-edxml.ts'
import { intakeDetails } from '#archive/intake/intake-details.ts'
import { listRecords } from '#archive/intake/intake-items.ts'
import { startIntake } from '#archive/intake/intake-jobs.ts'
import { fieldReadings } from '#archive/intake/prefill-form.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { UnreadableFile } from '#archive/read/read-result.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { plainPdf } from '#tests/support/plain-pdf.ts'
import { fileText, formOf, type TempArchive, tempArchive } from '#tests/support/temp-archive.ts'

type Part = Readonly<{ name: string; content: string }>

/** A package as another office's program writes it. */
function packageOf(fields: Readonly<Record<string, string>>, parts: readonly Part[], prefix = 'edXML:'): string {
  const e = (name: string, text: string) => `<${prefix}${name}>${text}</${prefix}${name}>`
  const f = (name: string) => e(name, fields[name] ?? '')
  const attachments = parts.map(
    ({ name, content }) =>
      `<Attachment><ContentType>x</ContentType><AttachmentName>${name}</AttachmentName><ContentTransferEncoded>${content}</ContentTransferEncoded></Attachment>`
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016" xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
<${prefix}edXMLEnvelope><${prefix}edXMLHeader><${prefix}MessageHeader>
${e('From', e('OrganId', '000.00.12.H36') + e('OrganName', fields.From ?? ''))}
${e('To', e('OrganName', 'Huyện ủy Đam Rông'))}${e('To', e('OrganName', 'Huyện ủy Lạc Dương'))}
${e('Code', f('CodeNumber') + f('CodeNotation'))}
${e('PromulgationInfo', f('Place') + f('PromulgationDate'))}
${e('DocumentType', e('Type', '2') + f('TypeName'))}
${f('Subject')}${f('Content')}
${e('SignerInfo', e('Competence', 'T/M') + f('Position') + f('FullName'))}
${f('DueDate')}${e('ToPlaces', e('Place', 'Như trên') + e('Place', 'Lưu VP'))}
${e('OtherInfo', f('Priority') + e('PageAmount', '3'))}
</${prefix}MessageHeader><${prefix}TraceHeaderList><${prefix}Bussiness><${prefix}BussinessDocType>0</${prefix}BussinessDocType></${prefix}Bussiness></${prefix}TraceHeaderList></${prefix}edXMLHeader>
<${prefix}edXMLBody><${prefix}edXMLManifest/></${prefix}edXMLBody></${prefix}edXMLEnvelope>
<AttachmentEncoded>${attachments.join('')}</AttachmentEncoded></edXML>`
}

const FIELDS = {
  From: 'Tỉnh ủy Lâm Đồng',
  CodeNumber: '713',
  CodeNotation: 'CV/TU',
  Place: 'Đà Lạt',
  PromulgationDate: '2021/08/09',
  TypeName: 'Công văn',
  Subject: 'Về quản lý &quot;thông tin&quot; &amp; mạng xã hội',
  Position: 'Phó Bí thư',
  FullName: 'Trần Văn A',
  Priority: '1'
}
const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64')

async function take(temp: TempArchive, name: string, content: string | Uint8Array): Promise<void> {
  const id = temp.archive.newId('s')
  await stageFile(temp.archive.folder, id, name, Readable.from([Buffer.from(content)]))
  const jobId = await startIntake(temp.archive, [id])
  while (!temp.events.some((one) => one.type === 'job' && one.job.id === jobId && one.job.endedAt !== null))
    await wait(10)
}

describe('an edXML package that came in', () => {
  it('becomes a waiting paper whose fields are sure by the header', async () => {
    const temp = await tempArchive()
    const pdf = plainPdf([[{ font: 'Arial', text: 'Xin chao' }]])
    const parts = [
      { name: '713.pdf', content: base64(pdf) },
      { name: 'phu-luc.txt', content: base64('Phụ lục kèm theo') }
    ]
    await take(temp, 'den.edxml', packageOf(FIELDS, parts))
    const records = listRecords(temp.archive.folder)
    expect(records.map((one) => [one.name, one.mediaType])).toEqual([
      ['den.edxml - 713.pdf', 'application/pdf'],
      ['den.edxml - phu-luc.txt', 'text/plain']
    ])
    const { form, draft } = intakeDetails(temp.archive, records[0]?.id ?? '')
    expect(form).toMatchObject({
      direction: 'incoming',
      number: '713',
      symbol: 'CV/TU',
      separator: '-',
      documentType: 'cong-van',
      issuedOn: '2021-08-09',
      place: 'Đà Lạt',
      issuer: 'Tỉnh ủy Lâm Đồng',
      subject: 'Về quản lý "thông tin" & mạng xã hội',
      signer: 'Trần Văn A',
      signerTitle: 'Phó Bí thư',
      urgency: 'khan'
    })
    expect(form.addressees.map((line) => line.text)).toEqual(['Huyện ủy Đam Rông', 'Huyện ủy Lạc Dương'])
    expect(form.recipients.map((line) => line.kind)).toEqual(['as-addressed', 'file-copy'])
    expect(fieldReadings(draft).number).toEqual({
      value: '713',
      certainty: 'sure',
      evidence: { page: 1, start: 0, end: 0, rule: 'edxml:MessageHeader/Code/CodeNumber' }
    })
    expect(records[0]).toMatchObject({ reference: '713-CV/TU', doubts: [] })
    expect(intakeDetails(temp.archive, records[1]?.id ?? '').form.number).toBeNull()
    // As another start of the program finds it.
    const again = await temp.reopen()
    expect(intakeDetails(again, listRecords(again.folder)[0]?.id ?? '').form.number).toBe('713')
  })

  it('settles nothing where the paper itself gives another number or day', async () => {
    const temp = await tempArchive()
    const paper = `TỈNH ỦY LÂM ĐỒNG          ĐẢNG CỘNG SẢN VIỆT NAM
*                    Đà Lạt, ngày 09 tháng 8 năm 2021
Số 731-CV/TU
V/v quản lý thông tin

Kính gửi: Huyện ủy Đam Rông

Nội dung.`
    await take(temp, 'den.edxml', packageOf(FIELDS, [{ name: 'a.txt', content: base64(paper) }]))
    const { form, draft } = intakeDetails(temp.archive, listRecords(temp.archive.folder)[0]?.id ?? '')
    expect(draft.reference).toMatchObject({ certainty: 'hint', value: { number: '713' } })
    expect(form.number).toBeNull()
    expect(form.issuedOn).toBe('2021-08-09')
    expect(draft.issuedOn?.evidence.rule).not.toContain('edxml')
    expect(form.addressees.map((line) => line.text).join()).not.toContain('Lạc Dương')
  })

  it('without a file waits with its fields; one that cannot be read stays what it is', async () => {
    const temp = await tempArchive()
    await take(temp, 'khong-tep.edxml', packageOf(FIELDS, []))
    const hostile = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${packageOf({ ...FIELDS, Subject: '&a;' }, [])}`
    await take(temp, 'doc-hai.edxml', hostile)
    const [plain, other] = listRecords(temp.archive.folder)
    expect(intakeDetails(temp.archive, plain?.id ?? '').form).toMatchObject({
      number: '713',
      issuer: 'Tỉnh ủy Lâm Đồng'
    })
    expect(intakeDetails(temp.archive, other?.id ?? '').form.number).toBeNull()
    expect(JSON.stringify(intakeDetails(temp.archive, other?.id ?? ''))).not.toContain('root:')
  })

  it('marked secret in name or words is refused, nothing kept', async () => {
    const temp = await tempArchive()
    const secret = { ...FIELDS, Subject: 'Kế hoạch diễn tập (MẬT)' }
    await take(temp, 'den.edxml', packageOf(secret, [{ name: 'a.txt', content: base64('Nội dung thường') }]))
    expect(listRecords(temp.archive.folder)).toEqual([])
  })

  it('is known by its content, whatever prefix, case or packing', () => {
    for (const prefix of ['edXML:', '', 'ns0:']) {
      const zipped = Buffer.from(zipSync({ 'f81d.txt': Buffer.from('Nội dung') }))
      const xml = packageOf(FIELDS, [{ name: 'a.txt', content: base64(zipped) }], prefix)
      expect(looksLikeEdxml(Buffer.from(xml))).toBe(true)
      const read = readEdxml(Buffer.from(xml))
      expect(read.header).toMatchObject({ codeNumber: ['713'], fromName: ['Tỉnh ủy Lâm Đồng'], business: ['0'] })
      expect(read.header.toName).toHaveLength(2)
      expect(read.attachments.map((one) => one.bytes.toString())).toEqual(['Nội dung'])
    }
    const upper = packageOf(FIELDS, [])
      .replaceAll('CodeNumber', 'CODENUMBER')
      .replaceAll('MessageHeader', 'messageheader')
    expect(readEdxml(Buffer.from(upper)).header.codeNumber).toEqual(['713'])
    const wide = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(packageOf(FIELDS, []), 'utf16le')])
    expect(readEdxml(wide).header.fullName).toEqual(['Trần Văn A'])
    expect(looksLikeEdxml(Buffer.from('Văn bản nói về edXML'))).toBe(false)
  })
})

describe('hostile packages', () => {
  const unread = (xml: string | Buffer) => expect(() => readEdxml(Buffer.from(xml))).toThrow(UnreadableFile)

  it('are refused and quickly', { timeout: 20_000 }, () => {
    const begun = performance.now()
    unread(`<!DOCTYPE lolz [<!ENTITY l "l">]>${packageOf(FIELDS, [])}`)
    unread(`<edXML>${'<a>'.repeat(100_000)}`)
    unread(`<edXML>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</edXML>`)
    unread(`<edXML ${'a'.repeat(3_000_000)}></edXML>`)
    unread(`<edXML>${`<b ${'a '.repeat(900)}/>`.repeat(2000)}</edXML>`)
    unread('<edXML><a></b></edXML>')
    unread('<edXML><a>')
    unread('<khac></khac>')
    unread(packageOf(FIELDS, [{ name: 'a.pdf', content: '*** không phải base64 ***' }]))
    unread(
      packageOf(
        FIELDS,
        Array.from({ length: 300 }, () => ({ name: 'a', content: 'QQ==' }))
      )
    )
    const bomb = Buffer.from(zipSync({ 'a.txt': new Uint8Array(1_000_000) }))
    bomb.fill(0xff, 60, 200)
    unread(packageOf(FIELDS, [{ name: 'a.txt', content: base64(bomb) }]))
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  it('of any other make say so or are read, and never throw anything else', () => {
    const whole = packageOf(FIELDS, [{ name: 'a.txt', content: base64('Nội dung') }])
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(60), fc.string({ maxLength: 20 }), (at, cut, put) => {
        const spoilt = whole.slice(0, at) + put + whole.slice(at + cut)
        try {
          readEdxml(Buffer.from(spoilt))
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile)
        }
      }),
      { numRuns: 1500 }
    )
  })
})

describe('fields of a header', () => {
  const header = (codeNumber: string, codeNotation: string) => ({
    ...readEdxml(Buffer.from(packageOf({ ...FIELDS, CodeNumber: codeNumber, CodeNotation: codeNotation }, []))).header
  })
  it.each([
    ['221', 'CV/HU', '221-CV/HU'],
    ['15', 'QĐ-UBND', '15/QĐ-UBND'],
    ['574', 'UBND-KTTH', '574/UBND-KTTH'],
    ['30', '2020/NĐ-CP', '30/2020/NĐ-CP'],
    ['221', '221-CV/HU', '221-CV/HU'],
    ['12a', 'KH/HU', '12a-KH/HU'],
    ['', '', null],
    ['221', '', null],
    ['N/A', 'N/A', null]
  ])('%j and %j are %j', (number, notation, printed) => {
    const found = referenceIn(header(number, notation))
    expect(found && printReference(found)).toBe(printed)
  })
  it.each([
    ['2021/08/12', '2021-08-12'],
    ['2021-8-2', '2021-08-02'],
    ['12/08/2021', '2021-08-12'],
    ['2021/08/12 09:30:00', '2021-08-12'],
    ['2021-08-12T00:00:00+07:00', '2021-08-12'],
    ['2021/02/30', null],
    ['0001/01/01', null],
    ['N/A', null],
    ['', null]
  ])('day %j is %j', (text, day) => expect(dayIn(text)).toBe(day))
})

describe('a document sent as edXML', () => {
  it('is read back field by field and byte by byte', async () => {
    const { archive } = await tempArchive()
    const form = formOf({
      number: '221',
      symbol: 'CV/HU',
      documentType: 'cong-van',
      issuedOn: '2021-08-12',
      issuer: 'Huyện ủy Đam Rông',
      place: 'Đam Rông',
      subject: 'Tăng cường <b>quản lý</b> & "thông tin" \u0007',
      signer: "Đa Cắt K'Hương",
      signerTitle: 'Phó Bí thư',
      authority: 'T/M Ban Thường vụ',
      urgency: 'thuong-khan',
      pageCount: 2
    })
    const line = { kind: 'body', note: null, evidence: null } as const
    const id = await fileText(archive, 'Công văn "221".txt', 'Số 221-CV/HU\nnội dung', {
      ...form,
      addressees: ['Ban Tuyên giáo', 'Công an huyện'].map((name) => ({ ...line, text: name, names: [name] })),
      recipients: [{ ...line, text: 'Như kính gửi', names: [], kind: 'as-addressed' }]
    })
    const sent = await edxmlOf(archive, id)
    expect(sent.name).toBe('221-CV-HU.edxml')
    const { header, attachments } = readEdxml(Buffer.from(sent.xml))
    expect(header).toMatchObject({
      codeNumber: ['221'],
      codeNotation: ['CV/HU'],
      promulgationDate: ['2021/08/12'],
      fromName: ['Huyện ủy Đam Rông'],
      toName: ['Ban Tuyên giáo', 'Công an huyện'],
      toPlace: ['Như kính gửi'],
      subject: ['Tăng cường <b>quản lý</b> & "thông tin"'],
      fullName: ["Đa Cắt K'Hương"],
      competence: ['T/M Ban Thường vụ'],
      priority: ['2'],
      pages: ['2'],
      documentId: ['HU,2021/08/12,221-CV/HU']
    })
    expect(sent.xml.match(/<edXML:To>/g)).toHaveLength(2)
    expect(attachments.map((one) => one.bytes.toString())).toEqual(['Số 221-CV/HU\nnội dung'])
    expect(sent.xml).not.toContain('\u0007')
  })

  it('taken in by another office is the same paper', async () => {
    const from = await tempArchive()
    const id = await fileText(from.archive, 'cv.txt', 'Chỉ có mấy chữ', {
      number: '221',
      symbol: 'CV/HU',
      documentType: 'cong-van',
      issuedOn: '2021-08-12',
      issuer: 'Huyện ủy Đam Rông',
      subject: 'Tăng cường quản lý'
    })
    const { xml, name } = await edxmlOf(from.archive, id)
    const to = await tempArchive({
      office: { name: 'Đảng ủy xã Liêng Srônh', code: 'ĐU', level: 'XA', place: 'Liêng Srônh' }
    })
    await take(to, name, xml)
    const { form } = intakeDetails(to.archive, listRecords(to.archive.folder)[0]?.id ?? '')
    expect(form).toMatchObject({ direction: 'incoming', number: '221', symbol: 'CV/HU', subject: 'Tăng cường quản lý' })
  })

  it('is not made of what is not there or no longer whole', async () => {
    const { archive } = await tempArchive()
    await expect(edxmlOf(archive, 'd_none')).rejects.toMatchObject({ code: 'not-found' })
    const id = await fileText(archive, 'a.txt', 'Số 1-CV/HU', { number: '1', symbol: 'CV/HU' })
    const path = archive.originals.path(archive.db.prepare('SELECT sha256 FROM document_file').pluck().get() as string)
    rmSync(path)
    await expect(edxmlOf(archive, id)).rejects.toMatchObject({ detail: { damage: 'file-missing' } })
    writeFileSync(path, 'khác')
    await expect(edxmlOf(archive, id)).rejects.toMatchObject({ detail: { damage: 'file-changed' } })
  })
})
