/** First words of the name of a body that issues documents, folded. A name that begins otherwise is not taken for an issuer. */
export const ISSUER_HEADS: readonly string[] = words(`
  ban, bo, bi thu, chinh phu, chu tich, pho chu tich, thu tuong, uy ban, ubnd, ubkt, ubmttq, ubmttqvn, hdnd, btv, bch, btc,
  hoi dong, huyen uy, quan uy, thi uy, tinh uy, thanh uy, dang uy, dang bo, dang doan, dang, chi bo, chi uy, chi cuc, cuc,
  tong cuc, vu, van phong, so, phong, quoc hoi, doan, huyen doan, tinh doan, thanh doan, xa doan, hoi nghi, hoi, thuong truc,
  thuong vu, tong bi thu, tong giam doc, tong, giam doc, cong ty, cong an, trung tam, trung uong, vien, truong, mat tran,
  lien doan, lien bo, lien, toa an, thanh tra, co quan, kho bac, bao hiem, ngan hang, hat, chi huy, to, tieu ban, dai hoi, nha,
  quan khu, bao, dai, hieu truong, chanh van phong, chanh, chu nhiem, bo truong, thu truong, don vi, thong doc, xi nghiep,
  tap doan, hoc vien, mttq, ldld, bqp, bca, bcd, bct, bbt, vpub, vptu, vphu, vptw
`)

/**
 * Words behind which an issuer's name has ended: what follows is the subject, a verb, a place. With their marks, for without
 * them "về" would be found in "bảo vệ" and "có" in "cơ quan". The misreadings of "về" are those that OCR makes.
 */
export const ISSUER_STOPS: readonly string[] = words(`
  về, vê, vè, vẻ, v/v, quy định, qui định, hướng dẫn, ban hành, phê duyệt, sửa đổi, bổ sung, thông qua, công bố, chấp thuận, phê chuẩn,
  bãi bỏ, thay thế, điều chỉnh, đã, được, là, có, do, tại, theo, thực hiện, triển khai, trong, với, cho, đến, nhằm, để, giao,
  yêu cầu, đề nghị, chỉ đạo, tổng hợp, gửi, này, khi, nếu, sẽ, phải, cần, còn, không, chưa, vẫn, tiếp tục, hết hiệu lực,
  xem xét, như sau, đính chính, kéo dài, kiểm điểm, trình, hoặc, cùng, trên, những, gồm, ra, mới, nội dung, đảm bảo, bảo đảm,
  ở, từ, ngày, số, đồng thời, sau, trước, vào, chậm, mà, bị, tham mưu, kiến nghị, nêu, quán triệt, thẩm định, rà soát,
  đánh giá, kết luận, xây dựng kế hoạch, tăng cường, đẩy mạnh, nhất là, cũng, thì, đối với, nhận, hiện nay, trước đây, văn bản, toàn bộ, một số
`)

/**
 * Names that hold a type word or a stop word: "Sở Kế hoạch và Đầu tư", "Ban Quản lý dự án", "Ban Chỉ đạo", "Phòng Tài chính -
 * Kế hoạch". The mark | stands where the word begins.
 */
export const WITHIN_NAMES: readonly (readonly [before: RegExp, word: RegExp])[] = [
  [/^[Ll]iên [Bb]ộ ?: $/u, /^kế hoạch/u],
  [/(?:Sở|Bộ|Phòng|Ban|Vụ|-) $/u, /^(?:kế hoạch|quy hoạch)/u],
  [/(?:quản lý|Quản lý|đầu tư|Đầu tư) (?:các )?$/u, /^dự án/u],
  [/(?:ban|Ban|Ban Thường trực) $/u, /^(?:chỉ đạo|chương trình|đề án|dự án)/u],
  [/(?:Chỉ đạo|chỉ đạo|Điều phối) (?:thực hiện )?(?:các )?$/u, /^(?:thực hiện|chương trình|đề án|dự án|nghị quyết)/u],
  [/(?:Chỉ đạo|chỉ đạo) thực hiện $/u, /^quy chế/u],
  [/(?:Pháp|pháp) $/u, /^(?:luật|chế)/u]
]

function words(list: string): readonly string[] {
  return list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
