/** Words of the watched scan folder. */
export const watchWords = {
  heading: 'Thư mục quét',
  about:
    'Máy quét hay ai đó đặt tệp vào một thư mục thì chương trình tự đưa tệp ấy vào hàng chờ vào sổ. Tệp đang ghi dở không bao giờ được nhận: chỉ nhận khi cỡ và giờ của tệp đã đứng yên đủ lâu, mở được, và chép xong vẫn như cũ.',
  on: 'Tự nhận tệp trong thư mục này',
  folder: 'Thư mục',
  none: 'chưa chọn',
  choose: 'Chọn thư mục',
  chooseTitle: 'Nhận tệp từ thư mục nào?',
  chooseAction: 'Nhận từ thư mục này',
  seconds: 'Nhận khi tệp đứng yên',
  secondsOf: (count: string) => `${count} giây`,
  after: 'Tệp đã nhận thì',
  afters: {
    move: (folder: string) => `chuyển vào thư mục con “${folder}”`,
    leave: () => 'để nguyên chỗ cũ và nhớ là đã nhận'
  },
  save: 'Ghi cài đặt',
  saved: 'Đã ghi cài đặt thư mục quét.',
  notSaved: 'Chưa ghi cài đặt thư mục quét.',
  unreachable:
    'Không vào được thư mục này. Kiểm tra ổ đĩa hoặc ổ mạng còn nối không; khi vào lại được, chương trình tự nhận tiếp.',
  last: 'Vừa nhận',
  nothing: 'Chưa nhận tệp nào từ khi mở kho.',
  file: 'Tệp',
  at: 'Lúc',
  result: 'Kết quả',
  taken: 'đã vào hàng chờ',
  duplicate: 'đã có trong kho hoặc hàng chờ, không nhận lần nữa'
} as const
