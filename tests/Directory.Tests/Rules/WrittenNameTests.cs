using DanVan.Directory.Client;
using DanVan.Directory.Units;

namespace DanVan.Directory.Tests.Rules;

public class WrittenNameTests
{
    [Theory]
    [InlineData("huyện Cao Lãnh", "Cao Lãnh", UnitKind.RuralDistrict)]
    [InlineData("HUYEN CAO LANH", "CAO LANH", UnitKind.RuralDistrict)]
    [InlineData("H. Cao Lãnh (cũ)", "Cao Lãnh", UnitKind.RuralDistrict)]
    [InlineData("tỉnh Đồng Tháp cũ", "Đồng Tháp", UnitKind.Province)]
    [InlineData("tỉnh Đồng Tháp trước đây", "Đồng Tháp", UnitKind.Province)]
    [InlineData("TP.Cao Lãnh", "Cao Lãnh", UnitKind.Municipality, UnitKind.City)]
    [InlineData("TP. HCM", "Hồ Chí Minh", UnitKind.Municipality, UnitKind.City)]
    [InlineData("TPHCM", "Hồ Chí Minh", UnitKind.Municipality, UnitKind.City)]
    [InlineData("Q.1", "1", UnitKind.UrbanDistrict)]
    [InlineData("Q1", "1", UnitKind.UrbanDistrict)]
    [InlineData("P5", "5", UnitKind.Ward)]
    [InlineData("TX Sa Đéc", "Sa Đéc", UnitKind.Town)]
    [InlineData("TT Mỹ Thọ", "Mỹ Thọ", UnitKind.Township)]
    [InlineData("xã Bình Hàng Trung", "Bình Hàng Trung", UnitKind.Commune, UnitKind.Other)]
    [InlineData("đặc khu Phú Quốc", "Phú Quốc", UnitKind.SpecialZone)]
    public void A_kind_before_the_name_says_what_it_can_be(string written, string bare, params UnitKind[] kinds)
    {
        var name = Assert.Single(WrittenName.In(written));
        Assert.Equal(bare, name.Bare);
        Assert.Equal(kinds, name.Kinds);
    }

    [Theory]
    [InlineData("Quang Trung")]
    [InlineData("Xaviê")]
    [InlineData("Phương")]
    [InlineData("Phương Mai")]
    public void A_name_that_only_begins_like_a_kind_is_a_name(string written)
    {
        var name = Assert.Single(WrittenName.In(written));
        Assert.Equal((written, written), (name.Bare, name.Whole));
    }

    [Fact]
    public void An_address_is_its_names_from_the_smallest_unit_up() =>
        Assert.Equal(
            ["12 đường A", "xã Tịnh Thới", "huyện Cao Lãnh", "tỉnh Đồng Tháp"],
            WrittenName.In("12 đường A,  xã Tịnh Thới thuộc huyện Cao Lãnh - tỉnh Đồng Tháp (cũ);").Select(name => name.Whole)
        );

    [Theory]
    [InlineData("Đắk Hoà", "dak hoa")]
    [InlineData("ĐẮK HÒA", "dak hoa")]
    [InlineData("Ươm 1", "uom 1")]
    public void Folding_keeps_one_letter_for_each(string text, string folded) => Assert.Equal(folded, Spelling.Fold(text));
}
