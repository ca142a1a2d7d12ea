using DanVan.Reporting.QuickReports;

namespace DanVan.Reporting.Tests.QuickReports;

/// <summary>What tells who somebody is, or stands under a mark of secrecy, does not go up; what only looks a little like it does.</summary>
public class RefusedTextTests
{
    [Theory]
    [InlineData("số 079123456789 của người đứng đầu")]
    [InlineData("CCCD: 0791 2345 6789")]
    [InlineData("079.123.456.789")]
    [InlineData("079-1-23-456789")]
    [InlineData("số định danh ０７９１２３４５６７８９")]
    [InlineData("079\u200b123456789")]
    [InlineData("dãy 991234567890 chữ số")]
    [InlineData("CMND 123456789")]
    [InlineData("CMND: 123 456 789")]
    [InlineData("có chứng minh nhân dân (của người bị hại) số 123.456.789")]
    [InlineData("thẻ căn cước công dân số 123456789")]
    [InlineData("Hộ chiếu B1234567")]
    [InlineData("hộ chiếu số: AB 1234567")]
    [InlineData("hộ chiếu b1234567")]
    [InlineData("STK 0011004123456 ngân hàng")]
    [InlineData("chuyển vào số tài khoản 190-1234-5678")]
    [InlineData("gọi 0912345678")]
    [InlineData("gọi 0912 345 678.")]
    [InlineData("ĐT 0912.345.678")]
    [InlineData("ĐT 0912-34-56-78")]
    [InlineData("+84912345678")]
    [InlineData("+84 912 345 678")]
    [InlineData("(024) máy 024 3825 5555")]
    [InlineData("02838291234")]
    [InlineData("viết cho nguyen.van@example.vn nhé")]
    [InlineData("nguyen.van＠example.vn")]
    public void What_tells_who_somebody_is_is_refused(string text) => Assert.Equal("reporting.identifies-somebody", Code(text));

    [Theory]
    [InlineData("Khoảng 40 hộ, 1.234.567 đồng mỗi hộ, tổng 123.456.789.012 đồng.")]
    [InlineData("Ngày 05.11.2026 2.000 người; 05/11/2026 08:30; 2026-11-05.")]
    [InlineData("Quyết định số 0123/QĐ-UBND, Thông báo 105-TB/BTGDVTU.")]
    [InlineData("Tọa độ 10.0342, 105.7883; dài 1 200 m; từ 07 giờ 30 đến 09 giờ 15.")]
    [InlineData("150000000 đồng; mã hồ sơ 12345678901")]
    [InlineData("Mục @dân vận trên trang của xã")]
    [InlineData("Cấp 1.234.567 thẻ; đã làm căn cước cho 12 345 người. Kinh phí 150000000 đồng.")]
    [InlineData("Làm hộ chiếu chậm; năm 2025 có 2 000 hồ sơ, lệ phí 160000 đồng.")]
    [InlineData("Lệ phí hộ chiếu cho 160000 người, căn cước do 1234567 người làm")]
    [InlineData("Mở tài khoản cho 1.200 hộ; chi trả 1234567 đồng.")]
    public void Amounts_days_and_symbols_of_papers_are_taken(string text) => Assert.Null(Code(text));

    [Theory]
    [InlineData("TỐI MẬT")]
    [InlineData("Văn bản tối mật của huyện")]
    [InlineData("Tuyệt  mật")]
    [InlineData("MẬT")]
    [InlineData("BÁO CÁO MẬT")]
    [InlineData("MẬT\nTình hình tại xã")]
    [InlineData("Tình hình tại xã. MẬT.")]
    [InlineData("Báo cáo (Mật) về tình hình")]
    [InlineData("[mật] Báo cáo")]
    [InlineData("Độ mật: Mật")]
    [InlineData("Mức độ mật là mật")]
    [InlineData("tài liệu đóng dấu Mật")]
    [InlineData("Ma\u0323\u0302t: (M\u1EADt)")]
    public void Content_under_a_mark_of_secrecy_is_refused(string text) => Assert.Equal("reporting.secrecy-marked", Code(text));

    [Theory]
    [InlineData("Mật độ dân cư cao; người dân nuôi ong lấy mật ong.")]
    [InlineData("MẬT ĐỘ XE TĂNG CAO")]
    [InlineData("BẢO VỆ BÍ MẬT NHÀ NƯỚC")]
    [InlineData("CHẾ ĐỘ BẢO MẬT")]
    [InlineData("Người tố cáo yêu cầu giữ bí mật.")]
    [InlineData("Lấy phiếu kín, bỏ phiếu bí mật (trực tiếp)")]
    public void Mat_as_an_ordinary_word_is_taken(string text) => Assert.Null(Code(text));

    [Fact]
    public void The_member_is_named() =>
        Assert.Equal("proposal", RefusedText.Among(("subject", "rác"), ("forecast", null), ("proposal", "MẬT"))?.Field);

    static string? Code(string text) => RefusedText.Among(("text", text))?.Code;
}
