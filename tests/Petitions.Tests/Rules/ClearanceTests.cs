using DanVan.Petitions.Clearances;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Respondents;
using Microsoft.Extensions.Options;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>When questions of awards are answered, and with what.</summary>
public sealed class ClearanceTests
{
    static readonly DateTimeOffset Batch = new(2026, 9, 14, 6, 0, 0, TimeSpan.FromHours(7));
    static readonly Standing Nothing = new([], []);

    [Theory]
    [InlineData("2026-09-14T05:59:59+07:00", "2026-09-13T06:00:00+07:00")]
    [InlineData("2026-09-14T06:00:00+07:00", "2026-09-14T06:00:00+07:00")]
    [InlineData("2026-09-14T06:00:01+07:00", "2026-09-14T06:00:00+07:00")]
    [InlineData("2026-09-14T23:59:59+07:00", "2026-09-14T06:00:00+07:00")]
    [InlineData("2026-09-14T00:30:00Z", "2026-09-14T06:00:00+07:00")]
    public void Batches_leave_once_a_day_at_six_in_Vietnam(string now, string batch) =>
        Assert.Equal(DateTimeOffset.Parse(batch, null), new ClearanceOptions().LastBatch(DateTimeOffset.Parse(now, null)));

    [Fact]
    public void A_rhythm_of_a_week_begins_on_Monday() =>
        Assert.Equal(Batch, new ClearanceOptions { Every = TimeSpan.FromDays(7) }.LastBatch(Batch.AddDays(6)));

    [Fact]
    public void Whatever_hour_of_the_day_something_was_filed_or_accepted_the_observer_of_awards_sees_the_same()
    {
        // By construction: what is told depends on the standing at a batch, and a batch depends on the clock alone.
        var options = new ClearanceOptions();
        var hours = Enumerable.Range(0, 24).Select(hour => options.LastBatch(Batch.AddHours(hour).AddMinutes(17)));
        Assert.Equal(Batch, Assert.Single(hours.Distinct()));
        Assert.Equal(["Answer", "ClearanceId"], Members<ClearanceAnswered>());
        Assert.Equal(["ClearanceId"], Members<ClearanceContradicted>());

        static IEnumerable<string> Members<T>() =>
            typeof(T).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_first_answer_and_each_change_are_told_and_nothing_else()
    {
        var held = new Standing([Accepted(PetitionKind.ToCao)], []);
        var clearance = new Clearance();

        Assert.Equal(new ClearanceAnswered(clearance.Id, "CLEAR"), clearance.LookAt(Nothing, Batch));
        Assert.Null(clearance.LookAt(Nothing, Batch.AddDays(1)));
        Assert.Equal(new ClearanceAnswered(clearance.Id, "HOLD"), clearance.LookAt(held, Batch.AddDays(2)));
        Assert.Null(clearance.LookAt(held, Batch.AddDays(3)));
        Assert.Equal(new ClearanceAnswered(clearance.Id, "CLEAR"), clearance.LookAt(Nothing, Batch.AddDays(4)));
        Assert.Equal(Batch.AddDays(4), clearance.LookedAt);
    }

    [Fact]
    public void A_hold_of_another_ground_is_answered_in_the_same_word_until_it_is_released()
    {
        var hold = new Hold { UnitId = Guid.CreateVersion7(), Key = [] };
        var clearance = new Clearance();

        Assert.Equal(new ClearanceAnswered(clearance.Id, "HOLD"), clearance.LookAt(new([], [hold]), Batch));
        Is("petitions.date-before-previous-step", hold.Release(Date("2026-08-02"), false, Date("2026-08-03"), Today));
        Is("petitions.date-in-the-future", hold.Release(Today.AddDays(1), false, Date("2026-08-03"), Today));
        Assert.Null(hold.Release(Date("2026-08-04"), violationFound: true, Date("2026-08-03"), Today));
        Is("petitions.hold-released", hold.Release(Date("2026-08-05"), false, Date("2026-08-03"), Today));
        Assert.Equal(new ClearanceAnswered(clearance.Id, "CLEAR"), clearance.LookAt(new([], [hold]), Batch));
        Assert.True(new Standing([], [hold]).ProvedRightSince(Date("2026-08-04")));
        Assert.False(new Standing([], [hold]).ProvedRightSince(Date("2026-08-05")));
        var unfounded = new Hold { UnitId = Guid.CreateVersion7(), Key = [] };
        Assert.Null(unfounded.Release(Date("2026-08-04"), violationFound: false, Date("2026-08-03"), Today));
        Assert.False(new Standing([], [unfounded]).ProvedRightSince(Date("2026-08-04")));
    }

    [Fact]
    public void A_party_is_found_by_a_key_and_read_in_its_own_row_only()
    {
        var vault = new PartyVault(Options.Create(new VaultOptions { Key = Convert.ToBase64String(new byte[32]) }));
        var (person, unit) = (Party.OfPerson(Guid.CreateVersion7()), Party.OfUnit(Guid.CreateVersion7()));
        var row = Respondent.Of(Guid.CreateVersion7(), person, vault);

        Assert.Equal(person, vault.Open<Party>(row));
        Assert.Equal(vault.KeyOf(person), row.Key);
        Assert.NotEqual(vault.KeyOf(unit), vault.KeyOf(Party.OfPerson(unit.UnitId!.Value)));
        var moved = new Clearance { KeyId = row.KeyId, Box = row.Box };
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => vault.Open<Party>(moved));
        Assert.DoesNotContain($"{person.PersonId}", $"{person}", StringComparison.Ordinal);
    }
}
