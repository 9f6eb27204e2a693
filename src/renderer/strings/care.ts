import type { Medium } from '#contract/operations/care.ts'

/** Kho: backups by themselves, repair, the reading of all files, the restore drill. */
export const careWords = {
  heading: 'Sao lưu',
  about:
    'Mỗi ngày chương trình tự chép kho vào các nơi dưới đây lúc không ai làm việc, đọc lại từng tệp vừa ghi. Tệp gốc đã có ở đó không chép lại. Nên có hai nơi trở lên, một nơi là USB cất khác phòng.',
  lastGood: (when: string) => `Lần sao lưu gần nhất ${when}.`,
  never: 'Kho chưa được sao lưu lần nào.',
  neverTodo: 'Thêm một nơi sao lưu, ví dụ USB, rồi bấm Sao lưu ngay.',
  old: (days: string) => `Đã ${days} ngày chưa sao lưu.`,
  oldTodo: 'Kho vẫn nguyên. Cắm USB hoặc mở ổ sao lưu; chương trình tự chép trong vài phút, hoặc bấm Sao lưu ngay.',
  oneMedium: 'Mới có một nơi sao lưu. Nên thêm một USB cất ở phòng khác: cháy, trộm hay hỏng ổ vẫn còn một bản.',
  sameDisk: 'cùng ổ với kho',
  allSameDisk: 'Nhưng mọi nơi sao lưu đều cùng ổ với kho: ổ hỏng là mất cả. Thêm một USB hoặc ổ khác.',
  table: 'Các nơi sao lưu',
  columns: { name: 'Nơi sao lưu', folder: 'Thư mục', last: 'Sao lưu gần nhất', state: 'Tình trạng' },
  kinds: { disk: 'Ổ đĩa', stick: 'USB' } as Readonly<Record<Medium['kind'], string>>,
  presence: { present: 'Đang có', absent: 'Chưa cắm', other: 'Ổ khác đang cắm' } as Readonly<
    Record<Medium['presence'], string>
  >,
  failed: (what: string) => `Lần trước chưa sao lưu được: ${what}`,
  daysAgo: (days: string) => `${days} ngày trước`,
  today: 'hôm nay',
  none: 'Chưa có nơi sao lưu nào.',
  now: 'Sao lưu ngay',
  nowOne: (name: string) => `Sao lưu vào ${name}`,
  add: 'Thêm nơi sao lưu …',
  elsewhere: 'Sao lưu vào thư mục khác …',
  drop: 'Bỏ',
  dropOne: (name: string) => `Bỏ nơi sao lưu ${name}`,
  dropTitle: (name: string) => `Bỏ nơi sao lưu “${name}”?`,
  dropText: 'Các bản sao lưu ở đó vẫn còn nguyên; chương trình chỉ thôi chép vào đó.',
  dropAction: 'Bỏ nơi này',
  done: (count: string) => `Đã sao lưu và đọc lại đủ vào ${count} nơi.`,
  removed: (count: string) => `Đã dọn ${count} bản cũ theo số bản giữ lại.`,
  mended: (count: string) => `${count} tệp của bản cũ ở nơi sao lưu đã hỏng và được chép lại.`,
  notDone: (name: string, what: string) => `${name}: ${what}`,
  missing: (count: string) => `${count} tệp gốc hỏng hoặc mất ngay trong kho, không có trong bản sao này.`,

  addTitle: 'Thêm nơi sao lưu',
  name: 'Tên gọi (như ghi trên nhãn)',
  namePlaceholder: 'USB xanh, ổ D, …',
  kind: 'Loại',
  folder: 'Thư mục',
  noFolder: 'chưa chọn',
  choose: 'Chọn …',
  chooseTitle: 'Sao lưu vào thư mục nào?',
  chooseAction: 'Chọn thư mục này',
  addHint: 'Chương trình ghi vào thư mục tệp van-kho-medium.json để nhận ra USB dù máy đặt tên ổ khác.',
  addAction: 'Thêm',
  added: (name: string) => `Đã thêm nơi sao lưu ${name}.`,
  notAdded: 'Chưa thêm được nơi sao lưu.',
  dropped: (name: string) =>
    `Đã bỏ nơi sao lưu ${name}. Các bản sao lưu ở đó còn nguyên; thêm lại nơi này lúc nào cũng được.`,
  notDropped: 'Chưa bỏ được nơi sao lưu.',
  notStarted: 'Chưa bắt đầu được.',
  needName: 'Đặt một tên gọi.',
  cancel: 'Thôi',

  settings: 'Lịch và số bản giữ lại',
  daily: 'Tự sao lưu mỗi ngày',
  keepDaily: 'Số ngày giữ mỗi ngày một bản',
  keepWeekly: 'Số tuần giữ mỗi tuần một bản',
  keepMonthly: 'Số tháng giữ mỗi tháng một bản',
  remindDays: 'Nhắc khi quá (ngày)',
  drillMonths: 'Nhắc thử phục hồi sau (tháng)',
  keepHint: 'Bản mới nhất và bản đủ tệp gần nhất không bao giờ bị dọn; bản của kho khác không bị đụng tới.',
  save: 'Ghi lịch sao lưu',
  saved: 'Đã ghi lịch sao lưu.',
  notSaved: 'Chưa ghi được lịch sao lưu.',
  wrongNumber: 'Ghi một số trong khoảng cho phép.',

  drill: {
    heading: 'Thử phục hồi',
    about:
      'Phục hồi một bản sao lưu vào chỗ tạm, kiểm tra từng byte, đếm và so với kho, rồi xóa chỗ tạm. Kho không bị đụng tới. Bản sao lưu chỉ đáng tin khi đã thử.',
    start: 'Thử phục hồi …',
    action: 'Thử bản này',
    choose: 'Thử bản sao lưu nào?',
    ok: (when: string, backupAt: string) => `${when} đã thử bản sao lưu ${backupAt}: phục hồi được, đủ và đúng.`,
    bad: (when: string, backupAt: string) => `${when} đã thử bản sao lưu ${backupAt}: KHÔNG đạt.`,
    counts: (documents: string, originals: string, size: string, seconds: string) =>
      `${documents} văn bản, ${originals} tệp gốc (${size}), ${seconds} giây.`,
    never: 'Chưa thử phục hồi lần nào. Nên thử một lần ngay sau khi có bản sao lưu đầu tiên.',
    due: (months: string) => `Đã hơn ${months} tháng chưa thử phục hồi. Nên thử lại một lần.`,
    problems: {
      'backup-file': 'một tệp trong bản sao lưu đã hỏng',
      'backup-file-missing': 'bản sao lưu thiếu tệp',
      'backup-manifest': 'danh mục của bản sao lưu đã hỏng',
      'backup-seal': 'bản sao lưu thiếu tệp danh mục',
      'backup-mixed': 'các phần của bản sao lưu không cùng một lúc',
      'backup-database': 'cơ sở dữ liệu trong bản sao lưu không mở được',
      verify: 'kiểm tra sau phục hồi thấy chỗ hỏng',
      counts: 'số đếm khác với kho',
      ledger: 'nhật ký khác với nhật ký kho'
    } as Readonly<Record<string, string>>,
    problem: (what: string) => `Lý do: ${what}. Sao lưu lại ngay, rồi thử bản mới.`,
    otherProblem: (code: string) => `mã ${code}`,
    print: 'In biên bản',
    guide: 'In tờ hướng dẫn phục hồi',
    guideAbout: 'Một trang A4 để dán cạnh USB: bản sao ở đâu, làm từng bước trên máy mới, số liệu để đối chiếu.'
  },

  backups: {
    table: 'Các bản sao lưu',
    loading: 'Đang tìm bản sao lưu',
    none: 'Không thấy bản sao lưu nào của kho này ở các nơi đang cắm.',
    line: (when: string, documents: string) => `${when} · ${documents} văn bản`,
    lacking: (count: string) => `thiếu ${count} tệp gốc`,
    other: 'Chọn thư mục khác …',
    otherTitle: 'Bản sao lưu nằm ở đâu?',
    otherAction: 'Chọn bản sao lưu này'
  },

  repair: {
    heading: 'Sửa từ bản sao lưu',
    about:
      'Lấy lại tệp gốc, phần chữ và dòng nhật ký bị hỏng hoặc mất, từng cái được chứng bằng mã băm. Tệp hỏng được cất vào thư mục aside của kho, không xóa.',
    start: 'Sửa từ bản sao lưu …',
    choose: 'Lấy từ bản sao lưu nào?',
    action: 'Sửa từ bản này',
    done: (damaged: string, mended: string) => `Hỏng hoặc mất ${damaged} tệp gốc, đã sửa ${mended}.`,
    nothing: 'Không có tệp gốc nào hỏng.',
    texts: (count: string) => `Lấy lại phần chữ của ${count} tệp.`,
    lines: (count: string) => `Lấy lại ${count} dòng nhật ký; kho đã được mở lại.`,
    left: (count: string) => `${count} tệp bản sao này không có hoặc cũng hỏng; thử bản sao khác:`
  },

  scrub: {
    heading: 'Tự đọc lại tệp gốc',
    about: (days: string) =>
      `Mỗi ngày đọc lại một phần tệp gốc lúc không ai làm việc, ${days} ngày hết một vòng, so với mã băm lúc nhận.`,
    progress: (checked: string, files: string, since: string) => `Vòng này từ ${since}: ${checked}/${files} tệp.`,
    ended: (when: string) => `Vòng trước xong ${when}.`,
    never: 'Chưa bắt đầu vòng nào.',
    label: 'Đã đọc lại',
    ok: 'Không thấy tệp nào hỏng.',
    bad: (count: string) => `Thấy ${count} tệp hỏng hoặc mất. Bấm Sửa từ bản sao lưu.`,
    now: 'Đọc phần hôm nay ngay'
  }
} as const
