using DanVan.Awards.Decisions;
using static DanVan.Awards.Tests.Rules.Samples;

namespace DanVan.Awards.Tests.Rules;

public sealed class OneAchievementTests
{
    static readonly Guid Unit = Guid.CreateVersion7();

    [Theory]
    [InlineData("Nguyễn Thị Hòa", "nguyễn thị hoà")]
    [InlineData("Nguyễn Thị Hòa", "NGUYỄN  THỊ HÒA ")]
    [InlineData("Ban Dân vận Thành uỷ", "Ban Dân vận Thành ủy")]
    [InlineData("Đỗ Quý", "Đỗ Qúy")]
    public void Spellings_of_one_name_are_one_name(string one, string other) => Assert.Equal(NameKey.Of(one), NameKey.Of(other));

    [Theory]
    [InlineData("Nguyễn Thị Hòa", "Nguyễn Thị Hoa")]
    [InlineData("Lê Đan", "Lê Dan")]
    [InlineData("Trần Văn Tân", "Trần Văn Tần")]
    public void Other_tones_and_letters_are_other_names(string one, string other) => Assert.NotEqual(NameKey.Of(one), NameKey.Of(other));

    [Fact]
    public void One_achievement_is_not_rewarded_twice()
    {
        var earlier = Recipient("Nguyễn Thị Hòa", Unit);

        var rejection = OneAchievement.Refuses([Recipient("Trần Văn A", Unit), Recipient("Nguyễn Thị Hoà", Unit)], [earlier], "recipients");

        "awards.achievement-rewarded".Refuses(rejection);
        Assert.Equal("recipients[1].name", rejection!.Field);
        Assert.Contains($"{earlier.AwardDecisionId}", rejection.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Nor_twice_in_one_list() =>
        "awards.achievement-rewarded".Refuses(
            OneAchievement.Refuses([Recipient("Lê Văn B", Unit), Recipient("Lê Văn B", Unit)], [], "recipients")
        );

    [Fact]
    public void A_name_without_a_unit_may_be_anybody_of_that_name()
    {
        var (anybody, known) = (Recipient("Lê Văn B"), Recipient("Lê Văn B", Unit));

        "awards.achievement-rewarded".Refuses(OneAchievement.Refuses([anybody], [known], "recipients"));
        "awards.achievement-rewarded".Refuses(OneAchievement.Refuses([known], [anybody], "recipients"));
    }

    [Fact]
    public void The_same_name_in_another_unit_is_somebody_else() =>
        Assert.Null(OneAchievement.Refuses([Recipient("Lê Văn B", Guid.CreateVersion7())], [Recipient("Lê Văn B", Unit)], "recipients"));

    [Fact]
    public void A_collective_is_no_individual() =>
        Assert.Null(
            OneAchievement.Refuses([Recipient("Hòa Bình", Unit, RecipientKind.Collective)], [Recipient("Hòa Bình", Unit)], "recipients")
        );

    [Fact]
    public void Whoever_says_why_it_is_another_achievement_may_enter_it() =>
        Assert.Null(
            OneAchievement.Refuses(
                [Recipient("Lê Văn B", Unit, other: "Người khác, trùng tên")],
                [Recipient("Lê Văn B", Unit)],
                "recipients"
            )
        );
}
