import { fold } from '../text/fold.ts'

/**
 * Words of this place, without marks and spaces: what somebody who knows the program and the office tries first
 * (ASVS 6.1.2). The list is the documentation too; a password that is one of them, with figures or signs around, is none.
 */
const WORDS: ReadonlySet<string> = new Set(
  [
    // the program, the work, the roles
    'vankho kho khovanban vanban congvan vanthu luutru luutruvanban lanhdao chuyenvien quantri quantrivien canbo',
    'matkhau matkhaumoi dangnhap taikhoan nguoidung maytinh coquan vanphong chanhvanphong vanphonghuyenuy vanphongdanguy',
    // offices and places
    'huyenuy danguy tinhuy thanhuy trunguong ubnd uyban uybannhandan hoidong dang dangcongsan dangcongsanvietnam',
    'vietnam hanoi saigon hochiminh bacho lamdong damrong dalat',
    // what is tried everywhere
    'password passwd passw pass admin administrator root user guest test demo welcome login letmein changeme secret default',
    'qwerty qwertyuiop asdfgh asdfghjkl zxcvbnm iloveyou abc abcd abcdef abcxyz monkey dragon sunshine princess football',
    'xinchao anhyeuem emyeuanh conyeume yeuem giadinh hanhphuc khongbiet chaoban'
  ].flatMap((line) => line.split(' '))
)

/** Rows of keys and of the alphabet, as fingers run along them. */
const ROWS = ['01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '1qaz2wsx3edc4rfv5tgb']
/** A block said over and over is no longer than the block. */
const LONGEST_BLOCK = 4

/** Whether a password is among those that are tried first, however long it is. Marks, case and spaces make no difference. */
export function isGuessable(password: string): boolean {
  const plain = fold(password.normalize('NFC')).replace(/\s+/gu, '')
  const word = plain.replace(/^[^a-z]+|[^a-z]+$/g, '')
  // Figures for letters ("p@ssw0rd") hide nothing from who tries.
  const spelled = plain.replace(/[@4013$5]/g, (sign) => SPELLED[sign] ?? sign).replace(/[^a-z]+$/, '')
  return WORDS.has(word) || WORDS.has(spelled) || isBlocks(plain) || isRun(plain)
}

const SPELLED: Readonly<Record<string, string>> = { '@': 'a', 4: 'a', 0: 'o', 1: 'i', 3: 'e', $: 's', 5: 's' }

function isBlocks(text: string): boolean {
  for (let length = 1; length <= LONGEST_BLOCK; length++) {
    const block = text.slice(0, length)
    if (text.length > length && block.repeat(Math.ceil(text.length / length)).startsWith(text)) return true
  }
  return false
}

/** One run along a row, forwards or back, or two of them one behind the other. */
function isRun(text: string): boolean {
  const isPart = (part: string) => ROWS.some((row) => row.includes(part) || row.includes([...part].reverse().join('')))
  for (let at = 3; at <= text.length - 3; at++) if (isPart(text.slice(0, at)) && isPart(text.slice(at))) return true
  return text.length > 2 && isPart(text)
}
