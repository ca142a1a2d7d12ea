using DanVan.Chassis.Http;
using DanVan.Directory.People;
using DanVan.Directory.Units;

namespace DanVan.Directory.Tests.Rules;

public class PositionRules
{
    static readonly DateOnly Start = new(2021, 4, 1);
    static readonly DateOnly End = new(2024, 8, 1);

    [Theory]
    [InlineData("2021-03-31", false)]
    [InlineData("2021-04-01", true)]
    [InlineData("2024-07-31", true)]
    [InlineData("2024-08-01", false)]
    public void A_unit_must_exist_for_the_whole_time(string from, bool exists)
    {
        var unit = Unit(Start, End);
        var terms = new PositionTerms("Trưởng Ban", DateOnly.ParseExact(from, "yyyy-MM-dd"), End.AddDays(exists ? 0 : 1), "QĐ 1/TEST");
        Assert.Equal(exists ? null : "positions.unit-not-there", terms.Refuse(unit, null)?.Code);
    }

    [Fact]
    public void An_open_position_needs_a_unit_without_an_end()
    {
        var open = new PositionTerms("Trưởng Ban", Start, null, "QĐ 1/TEST");
        Assert.Equal("positions.unit-not-there", open.Refuse(Unit(Start, End), null)?.Code);
        Assert.Null(open.Refuse(Unit(Start, null), null));
    }

    [Fact]
    public void The_same_title_is_not_held_twice_at_a_time()
    {
        var refused = new PositionTerms("Trưởng Ban", Start, null, "QĐ 1/TEST").Refuse(Unit(Start, null), Held(Start, null));
        Assert.Equal("positions.held-already", refused?.Code);
    }

    [Fact]
    public void A_position_ends_once_after_it_began()
    {
        var position = Held(Start, null);
        Assert.Equal("positions.ends-before-it-begins", position.End(Start, "QĐ 2/TEST")?.Code);
        Assert.Null(position.End(End, "QĐ 2/TEST"));
        Assert.Equal((End, "QĐ 2/TEST"), (position.ValidTo, position.EndingBasis));
        Assert.Equal("positions.has-ended", position.End(End.AddDays(1), "QĐ 3/TEST")?.Code);
    }

    [Fact]
    public void An_annulled_position_is_changed_no_more()
    {
        var position = Held(Start, null);
        Assert.Null(position.Annul("ghi nhầm", DateTimeOffset.UnixEpoch));
        Rejection?[] refusals =
        [
            position.End(End, "QĐ 2/TEST"),
            position.Correct(new("Phó Trưởng Ban", Start, null, "QĐ 1/TEST"), null),
            position.Annul("ghi nhầm", DateTimeOffset.UnixEpoch),
        ];
        Assert.All(refusals, refused => Assert.Equal("positions.is-annulled", refused?.Code));
        Assert.Equal("Trưởng Ban", position.Title);
    }

    [Fact]
    public void A_basis_of_an_end_needs_an_end() =>
        Assert.Equal("positions.nothing-ended", Held(Start, End).Correct(new("Trưởng Ban", Start, null, "QĐ 1/TEST"), "QĐ 2/TEST")?.Code);

    [Theory]
    [InlineData("2020-01-01", "2021-04-01")]
    [InlineData("2023-01-01", "2023-01-01")]
    [InlineData("2026-01-01", "2024-07-31")]
    public void It_is_looked_at_on_its_own_day_nearest_to_today(string today, string seen) =>
        Assert.Equal(DateOnly.ParseExact(seen, "yyyy-MM-dd"), Held(Start, End).SeenOn(DateOnly.ParseExact(today, "yyyy-MM-dd")));

    [Theory]
    [InlineData(true, "Nguyễn Văn Thử")]
    [InlineData(false, null)]
    public void An_event_names_the_holder_of_a_public_office_and_nobody_else(bool isPublic, string? name)
    {
        var person = Somebody(isPublic);
        Assert.Equal(name, Held(Start, null).Recorded(PositionChange.Taken, person).HolderName);
    }

    [Fact]
    public void A_correction_tells_which_fields_and_never_their_content()
    {
        var person = Somebody(isPublic: false);
        Assert.Empty(person.Correct(person.UnitId, person.Name, person.StaffNumber, isPublic: false));
        Assert.Equal(
            [PersonField.Unit, PersonField.Name, PersonField.StaffNumber, PersonField.Public],
            person.Correct(Guid.CreateVersion7(), "Nguyễn Văn Đúng", "CB-2", isPublic: true)
        );
        Assert.Equal("Nguyễn Văn Đúng", person.PublicName);
    }

    static Person Somebody(bool isPublic) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Name = "Nguyễn Văn Thử",
            StaffNumber = "CB-1",
            IsPublic = isPublic,
        };

    static Position Held(DateOnly from, DateOnly? to) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Title = "Trưởng Ban",
            ValidFrom = from,
            ValidTo = to,
            Basis = "QĐ 1/TEST",
        };

    static Unit Unit(DateOnly from, DateOnly? to) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Periods =
            {
                new()
                {
                    ValidFrom = from,
                    ValidTo = to,
                    Name = "Thử",
                    FullName = "Ban Thử",
                    Kind = UnitKind.MassMobilizationBoard,
                    Level = UnitLevel.Province,
                    ParentId = Guid.CreateVersion7(),
                    Change = UnitChange.Create,
                    LegalBasis = "NQ 1/TEST",
                },
            },
        };
}
