/** Words of the care of the archive. */
export const storeWords = {
  title: 'Kho',
  parts: 'Các phần của Kho',
  part: {
    state: 'Tình trạng',
    office: 'Cơ quan',
    accounts: 'Tài khoản',
    verify: 'Kiểm tra',
    backup: 'Sao lưu, phục hồi',
    encryption: 'Mã hóa',
    export: 'Xuất, bàn giao',
    watch: 'Thư mục quét',
    ledger: 'Nhật ký kho',
    look: 'Giao diện',
    program: 'Bản chương trình'
  },
  facts: {
    folder: 'Thư mục kho',
    documents: 'Văn bản',
    mode: 'Chế độ',
    backup: 'Sao lưu gần nhất',
    verified: 'Kiểm tra gần nhất',
    version: 'Phiên bản',
    id: 'Mã kho'
  },
  modes: { ready: 'Đọc và ghi', 'read-only': 'Chỉ đọc', none: 'Chưa mở kho' },
  never: 'chưa lần nào',
  noBackupYet: 'Kho chưa được sao lưu lần nào. Cắm ổ USB, vào “Sao lưu, phục hồi” để cất một bản.',
  oldBackup: (days: string) => `Lần sao lưu gần nhất đã ${days} ngày. Nên sao lưu mỗi tuần.`,
  verifiedOk: (when: string) => `${when}, không thấy hư hỏng`,
  verifiedBad: (when: string, count: string) => `${when}, có ${count} chỗ hỏng`,
  damagedNote: (when: string, count: string) => `Lần kiểm tra ${when} thấy ${count} chỗ hỏng.`,
  seeDamage: 'Xem các chỗ hỏng',
  openOther: 'Mở kho khác',
  closeArchive: 'Đóng kho',
  closeTitle: 'Đóng kho này?',
  closeText: 'Mọi việc đã ghi còn nguyên. Chương trình trở về màn hình đầu, nơi mở lại được kho này.',
  openTitle: 'Mở kho khác',
  openAction: 'Mở kho',
  notOpened: 'Chưa mở được kho kia. Kho đang dùng vẫn mở.',
  notClosed: 'Chưa đóng được kho.',
  recent: 'Mở gần đây',
  runningJob: (name: string) => `Đang ${name}`,

  notices: {
    'folder-read-only': [
      'Thư mục kho không ghi được, nên kho mở ở chế độ chỉ đọc.',
      'Xem, tìm, in vẫn như thường. Bỏ chế độ chỉ đọc của thư mục hoặc của ổ đĩa rồi mở lại kho.'
    ],
    'ledger-line': [
      'Nhật ký kho có một dòng hỏng, nên kho mở ở chế độ chỉ đọc.',
      'Mọi văn bản trước dòng ấy còn nguyên. Phục hồi từ bản sao lưu gần nhất vào thư mục mới.'
    ],
    'ledger-chain': [
      'Nhật ký kho bị đứt hoặc bị sửa, nên kho mở ở chế độ chỉ đọc.',
      'Không ghi thêm vào kho này. Phục hồi từ bản sao lưu gần nhất vào thư mục mới.'
    ],
    'ledger-newer': ['Kho do bản Văn Khố mới hơn ghi.', 'Cài bản Văn Khố mới rồi mở lại.'],
    'ledger-differs': [
      'Nhật ký kho không khớp với cơ sở dữ liệu, nên kho mở ở chế độ chỉ đọc.',
      'Có thể tệp nhật ký đã bị thay. Phục hồi từ bản sao lưu gần nhất vào thư mục mới.'
    ],
    'database-ahead': [
      'Nhật ký kho thiếu dòng cuối mà cơ sở dữ liệu có, nên kho mở ở chế độ chỉ đọc.',
      'Có thể tệp nhật ký đã bị chép đè bản cũ. Phục hồi từ bản sao lưu gần nhất.'
    ],
    'ledger-replayed': [
      'Cơ sở dữ liệu chậm hơn nhật ký và đã được bù đủ khi mở kho.',
      'Không mất văn bản nào, không cần làm gì.'
    ],
    'database-rebuilt': [
      'Cơ sở dữ liệu hỏng hoặc thiếu và đã được dựng lại từ nhật ký khi mở kho.',
      'Không mất văn bản nào. Nên kiểm tra toàn bộ một lần.'
    ],
    'database-not-replaced': [
      'Chưa thay được cơ sở dữ liệu mới vào chỗ, nên kho tạm ở chế độ chỉ đọc.',
      'Nhật ký, tệp gốc còn nguyên; cơ sở dữ liệu cũ vẫn dùng để xem, tìm, in. Kiểm tra ổ đĩa rồi đóng, mở lại kho.'
    ],
    'names-not-kept': [
      'Ổ đĩa không giữ chắc được tệp vừa ghi, nên kho tạm ở chế độ chỉ đọc.',
      'Văn bản đã báo vào sổ còn nguyên; việc đang ghi lúc ấy chưa vào sổ. Kiểm tra ổ đĩa rồi đóng, mở lại kho.'
    ],
    'ledger-append-failed': [
      'Ổ đĩa không ghi được nhật ký, nên kho tạm ở chế độ chỉ đọc.',
      'Văn bản đã báo vào sổ còn nguyên; việc đang ghi lúc ấy chưa vào sổ. Kiểm tra ổ đĩa rồi đóng, mở lại kho.'
    ],
    'commit-failed': [
      'Ổ đĩa không ghi được cơ sở dữ liệu, nên kho tạm ở chế độ chỉ đọc.',
      'Nhật ký còn nguyên, và mở lại kho sẽ bù đủ. Đóng, mở lại kho, rồi xem việc đang ghi lúc ấy đã vào sổ chưa.'
    ],
    'rebuilt-as-asked': [
      'Cơ sở dữ liệu đã được dựng lại theo yêu cầu.',
      'Bản cũ được cất trong thư mục kho. Nên kiểm tra toàn bộ một lần.'
    ],
    'torn-line-cut': [
      'Lần trước máy tắt giữa chừng; dòng nhật ký ghi dở đã được bỏ.',
      'Văn bản đang ghi lúc ấy chưa vào sổ; các văn bản đã báo vào sổ còn nguyên.'
    ],
    'archive-file-remade': [
      'Tệp archive.json của kho bị thiếu và đã được lập lại.',
      'Không mất văn bản nào, không cần làm gì.'
    ],
    'key-file-mended': [
      'Một trong hai bản của tệp khóa bị thiếu hoặc hỏng và đã được chép lại từ bản kia.',
      'Không mất gì. Nên sao lưu một lần để bản sao lưu có đủ tệp khóa.'
    ],
    'being-encrypted': [
      'Đang lập bản mã hóa của kho này.',
      'Tìm và xem được như thường; tạm chưa ghi được cho đến khi xong hoặc dừng.'
    ],
    'encrypted-copy': [
      'Kho này đã có bản mã hóa, và chỉ còn đọc để hai kho không khác nhau.',
      'Mở bản mã hóa để làm việc tiếp. Muốn ghi tiếp vào kho này thì đóng rồi mở lại.'
    ],
    'scrub-found': [
      'Đọc lại tệp gốc thấy có tệp hỏng hoặc mất.',
      'Các văn bản khác còn nguyên. Vào Kiểm tra, bấm Sửa từ bản sao lưu.'
    ],
    'network-folder': [
      'Kho nằm trên ổ mạng.',
      'Khóa tệp ở đó không chắc chắn. Nên chuyển kho về ổ của máy: sao lưu, rồi phục hồi vào ổ của máy.'
    ],
    'clock-behind': [
      'Đồng hồ máy đang chậm hơn lần ghi sổ gần nhất.',
      'Không mất gì, thứ tự và số vẫn đúng. Kiểm tra ngày giờ của máy trước khi vào sổ tiếp.'
    ],
    'clock-ahead': [
      'Đồng hồ máy cách lần ghi sổ trước hơn một năm.',
      'Không mất gì, thứ tự và số vẫn đúng. Kiểm tra ngày giờ của máy; nếu sai, sửa ngày ở văn bản vừa ghi.'
    ],
    'sync-folder': [
      'Kho nằm trong thư mục đồng bộ lên mạng.',
      'Văn bản có thể bị đưa ra khỏi máy. Chuyển kho sang thư mục khác: sao lưu, rồi phục hồi vào thư mục không đồng bộ.'
    ]
  } as Readonly<Record<string, readonly [string, string]>>,
  otherNotice: (code: string) => `Kho có điều cần chú ý (${code}).`,
  otherNoticeTodo: 'Kiểm tra toàn bộ để biết thêm.',
  readOnlyPlain: 'Kho đang ở chế độ chỉ đọc. Xem, tìm, in vẫn như thường; chưa vào sổ thêm được.',
  allWell: 'Kho dùng được bình thường.',

  office: {
    heading: 'Thông tin cơ quan',
    about: 'In ở đầu sổ và báo cáo; dùng để nhận ra văn bản do cơ quan ban hành.',
    name: 'Tên cơ quan',
    parentBody: 'Cơ quan cấp trên',
    officeName: 'Văn phòng',
    place: 'Nơi ban hành',
    code: 'Ký hiệu',
    level: 'Cấp',
    clerk: 'Văn thư',
    acknowledgeDays: 'Nhắc ký nhận sau (ngày)',
    terms: 'Ngày mở nhiệm kỳ',
    termsAbout: 'Số văn bản đi đánh lại từ 1 ở mỗi nhiệm kỳ.',
    addTerm: 'Thêm nhiệm kỳ',
    term: (index: number) => `Nhiệm kỳ ${index}`,
    dropTerm: (day: string) => `Bỏ nhiệm kỳ mở ngày ${day}`,
    save: 'Ghi thông tin cơ quan',
    saved: 'Đã ghi thông tin cơ quan.',
    notSaved: 'Chưa ghi thông tin cơ quan.',
    missing: 'Thiếu tên cơ quan.',
    wrongDays: 'Ghi số ngày từ 1 đến 365.',
    revert: 'Bỏ sửa'
  },

  verify: {
    heading: 'Kiểm tra kho',
    about: 'Chỉ đọc, không sửa gì. Trong lúc kiểm tra vẫn làm việc khác được.',
    depths: {
      quick: ['Nhanh', 'Nhật ký và số đếm. Vài giây.'],
      rows: ['Từng dòng', 'So mọi dòng của cơ sở dữ liệu và chỉ mục tìm với nhật ký. Vài phút.'],
      full: ['Toàn bộ', 'Đọc lại mọi tệp gốc, so từng byte với lúc nhận. Có thể lâu nếu kho lớn.']
    } as Readonly<Record<'quick' | 'rows' | 'full', readonly [string, string]>>,
    depth: 'Mức kiểm tra',
    start: 'Kiểm tra',
    last: 'Kết quả gần nhất',
    none: 'Chưa kiểm tra lần nào.',
    ok: (depth: string) => `Kiểm tra ${depth.toLowerCase()}: không thấy hư hỏng.`,
    bad: (depth: string, count: string) => `Kiểm tra ${depth.toLowerCase()}: có ${count} chỗ hỏng.`,
    checked: (events: string, documents: string) => `Đã xem ${events} dòng nhật ký, ${documents} văn bản`,
    checkedFiles: (files: string, size: string) => `, ${files} tệp gốc (${size})`,
    took: (seconds: string) => ` · ${seconds} giây`,
    findings: 'Các chỗ cần chú ý',
    columns: { what: 'Chỗ hỏng', document: 'Văn bản', detail: 'Chi tiết' },
    codes: {
      'ledger-line': 'Dòng nhật ký hỏng',
      'ledger-chain': 'Nhật ký bị đứt hoặc bị sửa',
      'ledger-newer': 'Nhật ký do bản Văn Khố mới hơn ghi',
      'ledger-differs': 'Nhật ký khác cơ sở dữ liệu',
      'database-ahead': 'Nhật ký thiếu dòng cuối',
      'database-behind': 'Cơ sở dữ liệu chậm hơn nhật ký',
      'row-differs': 'Dòng trong cơ sở dữ liệu khác nhật ký',
      'index-differs': 'Chỉ mục tìm khác văn bản',
      'file-missing': 'Mất tệp gốc',
      'file-changed': 'Tệp gốc bị sửa',
      'text-missing': 'Mất phần chữ đã đọc',
      'orphan-file': 'Tệp thừa, vô hại'
    } as Readonly<Record<string, string>>,
    otherCode: (code: string) => `Chỗ khác thường (${code})`,
    advice: {
      ledger:
        'Nhật ký hỏng: ngừng ghi vào kho này. Bấm Sửa từ bản sao lưu; nếu chưa được, phục hồi bản gần nhất vào thư mục mới.',
      files: 'Tệp gốc hỏng hoặc mất: bấm Sửa từ bản sao lưu; nếu không bản nào có, quét lại bản giấy.',
      database: 'Cơ sở dữ liệu sai: bấm Dựng lại; nhật ký và tệp gốc còn đủ nên không mất văn bản nào.'
    },
    rebuild: 'Dựng lại cơ sở dữ liệu',
    rebuildAbout:
      'Bỏ cơ sở dữ liệu và chỉ mục tìm, làm lại từ nhật ký và tệp gốc. Dùng khi kiểm tra thấy cơ sở dữ liệu sai.',
    rebuildTitle: 'Dựng lại cơ sở dữ liệu?',
    rebuildText:
      'Nhật ký và tệp gốc không bị đụng tới. Bản cũ được cất lại trong thư mục kho. Trong lúc dựng lại chưa vào sổ được.',
    rebuildAction: 'Dựng lại',
    notStarted: 'Chưa bắt đầu được.'
  },

  backup: {
    heading: 'Sao lưu',
    about:
      'Chép cả kho vào một thư mục mới trên ổ khác, đọc lại từng tệp sau khi ghi. Nên có hai ổ USB thay nhau, cất khác nơi.',
    start: 'Sao lưu vào …',
    title: 'Sao lưu vào thư mục nào?',
    hint: 'Chọn thư mục trên ổ USB hoặc ổ khác. Chương trình tự lập thư mục con có ngày giờ.',
    action: 'Sao lưu vào đây',
    done: (folder: string) => `Đã sao lưu và đọc lại đủ: ${folder}`,
    last: (when: string) => `Lần gần nhất: ${when}`,
    restoreHeading: 'Phục hồi',
    restoreAbout:
      'Lập một kho từ bản sao lưu, luôn ở thư mục mới. Kho đang dùng không bị đụng tới. Bản sao hỏng bị từ chối.',
    restore: 'Phục hồi từ …',
    fromTitle: 'Phục hồi từ bản sao lưu nào?',
    fromHint: 'Tìm thư mục có chữ “bản sao lưu”, thường trên ổ USB.',
    fromAction: 'Chọn bản sao lưu này',
    toTitle: 'Đặt kho phục hồi ở đâu?',
    toHint: 'Chọn một ổ của máy còn chỗ. Kho phục hồi nằm trong thư mục mới.',
    toAction: 'Phục hồi vào đây',
    newFolder: 'Kho phuc hoi',
    restored: (folder: string) => `Đã phục hồi đủ vào ${folder}.`,
    openRestored: 'Mở kho đã phục hồi',
    lost: (count: string) => `${count} tệp gốc không có trong bản sao lưu ngay từ khi sao lưu.`
  },

  job: {
    cancel: 'Dừng',
    cancelled: 'Đã dừng theo yêu cầu. Chưa có gì thay đổi.',
    of: (done: string, total: string) => `${done}/${total}`,
    names: {
      verify: 'kiểm tra kho',
      rebuild: 'dựng lại cơ sở dữ liệu',
      backup: 'sao lưu',
      restore: 'phục hồi',
      sample: 'lập kho mẫu',
      reindex: 'lập lại chỉ mục tìm',
      intake: 'đọc tệp',
      import: 'nạp tệp',
      register: 'nhập sổ cũ',
      match: 'gắn tệp vào dòng sổ',
      accept: 'ghi văn bản đủ',
      undo: 'hoàn tác một đợt',
      ocr: 'đọc chữ từ ảnh',
      export: 'xuất kho',
      'from-export': 'lập kho từ bản xuất',
      update: 'cập nhật chương trình',
      'hand-over': 'lập gói bàn giao',
      repair: 'sửa từ bản sao lưu',
      drill: 'thử phục hồi',
      scrub: 'đọc lại tệp gốc',
      encrypt: 'lập bản mã hóa'
    }
  },

  ledger: {
    heading: 'Nhật ký kho',
    about: (total: string) => `${total} dòng, nối nhau bằng mã băm; không dòng nào sửa hay xóa được.`,
    head: (hash: string) => `Mã dòng cuối ${hash}`,
    filter: 'Chỉ của một văn bản',
    filterFor: (reference: string) => `Chỉ của ${reference}`,
    dropFilter: 'Bỏ lọc theo văn bản',
    table: 'Các dòng nhật ký',
    columns: { seq: 'Dòng', at: 'Lúc', actor: 'Người', kind: 'Việc', document: 'Văn bản', facts: 'Nội dung' },
    undo: 'Hoàn tác dòng này',
    undoTitle: (seq: string) => `Hoàn tác dòng ${seq}?`,
    undoText:
      'Nhật ký ghi thêm một dòng ngược lại; dòng cũ vẫn còn. Không làm được nếu sau đó văn bản đã có việc khác.',
    undoAction: 'Hoàn tác',
    undone: (seq: string) => `Đã hoàn tác dòng ${seq}.`,
    notUndone: (seq: string) => `Chưa hoàn tác dòng ${seq}.`,
    openDocument: 'Mở văn bản',
    none: 'Chưa có dòng nào',
    noneFor: 'Chưa có dòng nào về văn bản này.'
  },

  look: {
    heading: 'Giao diện',
    about: 'Nhớ trên máy này.',
    theme: 'Nền',
    themes: { light: 'Sáng', dark: 'Tối' },
    size: 'Cỡ chữ',
    sizes: { '100': '100 %', '125': '125 %', '150': '150 %' },
    sample:
      'Văn bản số 221-CV/HU ngày 12/08/2021 về việc tăng cường công tác chỉ đạo, định hướng, quản lý thông tin trên mạng xã hội.'
  },
  keys: { part: 'đổi phần', row: 'chọn dòng', open: 'mở văn bản', undo: 'hoàn tác dòng' }
} as const
