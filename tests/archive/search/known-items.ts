/** What a clerk types who knows which paper is meant, and the paper: a file of resources/sample/texts without its ending. */
export type KnownItem = readonly [typed: string, ...papers: readonly string[]]

/** In each way references are typed. Two papers bear one number where terms or bodies repeat it (domain.md §3). */
export const REFERENCES: readonly KnownItem[] = [
  ['17-CT/TW', '201'],
  ['08-TT/TU', '202'],
  ['8 tt tu', '202'],
  ['06-QĐi/HU', '203'],
  ['12-CT/HU', '204', '222'],
  ['03-HD/VPHU', '205'],
  ['3hd/vphu', '205'],
  ['35-BC/ĐU', '206', '225'],
  ['890-CV/TU', '207'],
  ['cv 890', '207'],
  ['412-QĐ/HU', '208'],
  ['42-CTr/HU', '209'],
  ['57', '210'],
  ['133 kh hu', '211', '230'],
  ['19-HD/BTCHU', '212'],
  ['1520 - CV/TU', '215'],
  ['655cv', '216'],
  ['97-QĐ/HU', '218'],
  ['44a-CV/VPHU', '219'],
  ['4512/KH-UBND', '221'],
  ['1187/UBND-NN', '223'],
  ['18-TB/UBKTHU', '226'],
  ['58 kl tw', '227'],
  ['112/MTTQ-BTT', '231'],
  ['1310-CV/VPTU/nb', '236'],
  ['713', '713-cv-tu'],
  ['221-CV/HU', '221-cv-hu'],
  ['35-NQ/TW', '35-nq-tw']
]

/** Titles as remembered, with marks. */
export const TITLES: readonly KnownItem[] = [
  ['chế độ thông tin, báo cáo của các tổ chức cơ sở đảng', '203'],
  ['văn thư, lưu trữ ở cấp huyện và cơ sở', '201', '202'],
  ['thành lập Ban Chỉ đạo 35', '208'],
  ['kiện toàn Ban Chỉ đạo 35', '218'],
  ['đôn đốc báo cáo kết quả 6 tháng', '210'],
  ['đại hội đảng bộ các cấp tiến tới Đại hội đại biểu', '211'],
  ['nhân sự đại hội chi bộ, đảng bộ cơ sở', '212'],
  ['sửa đổi, bổ sung Kế hoạch số 133-KH/HU', '213'],
  ['xin duyệt đề án nhân sự', '214'],
  ['tạm dừng tổ chức đại hội', '215'],
  ['điều chỉnh thời gian đại hội', '216'],
  ['đính chính văn bản', '219'],
  ['báo cáo giải trình bảo vệ rừng', '224'],
  ['sơ kết 6 tháng đầu năm 2023', '225'],
  ['kết luận kiểm tra Chi bộ Hạt Kiểm lâm', '226'],
  ['tập hợp, phản ánh ý kiến nhân dân', '231'],
  ['bãi bỏ văn bản không còn phù hợp', '232'],
  ['chuẩn bị bàn giao tài liệu lưu trữ cấp huyện', '236'],
  ['chỉnh lý, thống kê, bàn giao tài liệu', '237'],
  ['rà soát tài liệu tiếp nhận', '239'],
  ['sự lãnh đạo của đảng trong việc sử dụng mạng xã hội', '145-cv-hu']
]

/** Half-remembered words of the text or the title, typed without marks. */
export const PHRASES: readonly KnownItem[] = [
  ['so chuyen giao van ban danh lien tuc theo nhiem ky', '204'],
  ['tu trinh lui dai hoi diem', '214'],
  ['bao cao ngay bang dien thoai', '203'],
  ['cil ha po van thu', '206'],
  ['hop ba thang mot lan', '209'],
  ['con tu 30 thang tro len', '212'],
  ['dai hoi diem khoi luc luong vu trang', '213'],
  ['hoi nghi qua 20 nguoi', '215'],
  ['chot kiem soat nguoi ve', '216'],
  ['nu duoi 35 tuoi', '217'],
  ['ly thi thu ha', '219'],
  ['hop thuc hoa dien tich bi lan chiem', '220'],
  ['chot chan tai cau da rsal', '222', '223'],
  ['thua dat to ban do', '223'],
  ['xe may hong', '224'],
  ['so nhat ky tuan tra', '226'],
  ['so ghi theo mau khu dan cu', '231'],
  ['chi thi trung so', '232'],
  ['khong xe le phong', '236'],
  ['giao ban thang 12', '235'],
  ['internet mang xa hoi loai hinh truyen thong', '221-cv-hu', '713-cv-tu']
]

/** The same kinds with one slip of the fingers. */
export const SLIPS: readonly KnownItem[] = [
  ['thanh lap ban chi daoo 35', '208'],
  ['kien toan ban chi dao 35 nhiem kyf', '218'],
  ['dinh chnih van ban', '219'],
  ['xin duyet de an nhan su lui thoi gain', '214'],
  ['tam dnug to chuc dai hoi', '215'],
  ['hat kiem lam giai trinhh', '224'],
  ['khogn xe le phong', '236'],
  ['hop thcu hoa dien tich', '220'],
  ['bao caoo ngay bang dien thoai', '203'],
  ['chinh ly thong ke ban gaio tai lieu', '237'],
  ['dieu chinh thoi gian dai hooi', '216'],
  ['nu duoi 35 tuoii', '217'],
  ['tap hop phan anhs y kien nhan dan', '231'],
  ['chot chan tai cua da rsal', '222', '223']
]
