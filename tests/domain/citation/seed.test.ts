import { expect, it } from 'vitest'
import { citationsOf } from './citations-of.ts'

/** The three places of Công văn 221-CV/HU (Huyện ủy Đam Rông, 12/8/2021) that cite, with the words about them. */
const SEED = `**Số 221- CV/HU**

*V/v Tăng cường công tác chỉ đạo, định hướng,
quản lý thông tin trên mạng xã hội và các loại
hình truyền thông khác trên mạng Internet*

Thực hiện Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy về tăng cường công tác chỉ đạo, định hướng, quản lý thông tin trên mạng xã hội và các loại hình truyền thông khác trên Internet; **Thường trực Huyện ủy yêu cầu:**

**2. Ban Tuyên giáo Huyện ủy**

Đẩy mạnh việc chỉ đạo, hướng dẫn, tuyên truyền thực hiện nghiêm chủ trương, đường lối của Đảng, chính sách, pháp luật Nhà nước đối với vấn đề an toàn, an ninh mạng. Đặc biệt tăng cường công tác bảo vệ nền tảng tư tưởng của Đảng, đấu tranh phản bác các quan điểm sai trái, thù địch theo tinh thần Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị, chỉ đạo đẩy mạnh việc đăng tải các tin bài, kết nối, chia sẻ.

### **3. Các tổ chức cơ sở đảng trực thuộc Huyện ủy**

Tiếp tục chỉ đạo thực hiện nghiêm nội dung Công văn số 145-CV/HU, ngày 04/5/2021 của Ban Thường vụ Huyện ủy về việc tăng cường sự lãnh đạo của đảng trong việc sử dụng mạng xã hội.

- Ban Chỉ đạo 35 huyện,
- Lưu VP Huyện ủy.`

it('the seed cites three documents', () => {
  expect(citationsOf(SEED)).toMatchObject([
    {
      key: '713-cv-tu@2021-08-09',
      documentType: 'cong-van',
      issuer: 'Ban Thường vụ Tỉnh ủy',
      relation: 'implements',
      flags: []
    },
    {
      key: '35-nq-tw@2018-10-22',
      documentType: 'nghi-quyet',
      issuer: 'Bộ Chính trị',
      relation: 'in-spirit-of',
      flags: []
    },
    {
      key: '145-cv-hu@2021-05-04',
      documentType: 'cong-van',
      issuer: 'Ban Thường vụ Huyện ủy',
      relation: 'continues-implementing',
      flags: []
    }
  ])
})
