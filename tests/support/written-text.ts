import { PAYLOADS } from './hostile-payloads.ts'

/** Beside the payloads of screens: what breaks XML and tables rather than pages. */
const XML_BREAKERS: readonly string[] = [
  ']]>',
  '<![CDATA[',
  'a]]>b<![CDATA[c',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '&e; &#0; &#x1F; &amp;lt; &quot;',
  '<?xml version="1.0"?>',
  '<?php echo 1 ?>',
  '--> <!-- -->',
  '</data></node></graph></graphml>',
  '</w:t></w:r></w:p>',
  '</t></is></c><c><f>1+1</f></c>',
  '</edXML:Subject></edXML>',
  'a\u0000b\u0001c\u0008d\u000be\u001b[31mf\u007fg\u0085h',
  'nửa \ud800 dấu \udc00',
  '\ufffe\uffff',
  'hai\r\ndòng\rba\ndòng\tô',
  '_x0041_ và _x000D_',
  'constructor',
  'toString',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '"a","b"\r\n"c"',
  'ấ'.repeat(30_000)
]

/** Every text that is put into every kind of file the program writes. */
export const WRITTEN_TEXTS: readonly string[] = [...PAYLOADS, ...XML_BREAKERS]

/** As it may come back: white space closed up; what XML cannot hold, and the sign for what is no sign, left out or not. */
export function closedUp(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/g, '')
    .replace(/\s+/g, '')
}
