using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Rules;

public class SpellingTests
{
    [Theory]
    [InlineData("Thanh Hóa", "Thanh Hoá", true)]
    [InlineData("Xã Hải Hoà", "Xã Hải Hòa", true)]
    [InlineData("Thuỷ Nguyên", "Thủy Nguyên", true)]
    [InlineData("Hoa", "Hòa", false)]
    [InlineData("Hòa Bình", "Hoa Bình", false)]
    [InlineData("Đông Hà", "Dông Hà", false)]
    [InlineData("Tân An", "Tan Ân", false)]
    [InlineData("Cần Thơ", "Cân Thờ", false)]
    [InlineData("Thanh Hóa", "thanh hóa", false)]
    public void Where_the_tone_is_written_makes_no_other_name_and_everything_else_does(string one, string other, bool same) =>
        Assert.Equal(same, Spelling.IsSame(one, other));
}
