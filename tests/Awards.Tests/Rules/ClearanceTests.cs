using DanVan.Awards.Clearances;
using DanVan.Awards.Decisions;

namespace DanVan.Awards.Tests.Rules;

/// <summary>Nobody is rewarded while something stands against it (NĐ 98/2023 Đ4.4, NĐ 152/2025 Đ4.4).</summary>
public sealed class ClearanceTests
{
    [Theory]
    [InlineData("2022-12-29", null)]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", "Nghị định 98/2023/NĐ-CP, Điều 4.4")]
    [InlineData("2025-06-30", "Nghị định 98/2023/NĐ-CP, Điều 4.4")]
    [InlineData("2025-07-01", "Nghị định 152/2025/NĐ-CP, Điều 4.4")]
    public void The_rule_is_in_force_since_2024(string day, string? source) =>
        Assert.Equal(source, Samples.LawOnFile.ClearanceOn(DateOnly.Parse(day, null))?.Source);

    [Theory]
    [InlineData(RecipientKind.Individual, true, true, true)]
    [InlineData(RecipientKind.Individual, false, true, false)]
    [InlineData(RecipientKind.Collective, false, true, true)]
    [InlineData(RecipientKind.Collective, false, false, false)]
    [InlineData(RecipientKind.Household, false, true, false)]
    public void Only_a_person_of_the_register_and_a_unit_can_be_asked_about(RecipientKind kind, bool person, bool unit, bool isCandidate)
    {
        var recipient = new Recipient
        {
            Id = Guid.CreateVersion7(),
            AwardDecisionId = Guid.CreateVersion7(),
            ScopeId = Guid.CreateVersion7(),
            Kind = kind,
            Name = "Tổ dân vận",
            NameKey = "tổ dân vận",
            UnitId = unit ? Guid.CreateVersion7() : null,
            PersonId = person ? Guid.CreateVersion7() : null,
        };

        Assert.Equal(isCandidate, Candidate.Of(recipient) is not null);
    }

    [Fact]
    public void What_is_kept_and_shown_of_an_answer_has_no_time_and_no_reason()
    {
        var instants = typeof(Clearance).GetProperties().Concat(typeof(ClearanceView).GetProperties());
        Assert.DoesNotContain(
            instants,
            property => property.PropertyType == typeof(DateTimeOffset) || property.PropertyType == typeof(DateTime)
        );
        Assert.Equal(["AskedOn"], typeof(ClearanceView).GetProperties().Where(IsDay).Select(property => property.Name));
        Assert.Equal(["AskedOn"], typeof(Clearance).GetProperties().Where(IsDay).Select(property => property.Name));

        static bool IsDay(System.Reflection.PropertyInfo property) =>
            (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(DateOnly);
    }
}
