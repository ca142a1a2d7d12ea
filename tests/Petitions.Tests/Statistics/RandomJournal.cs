using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Statistics;

namespace DanVan.Petitions.Tests.Statistics;

/// <summary>A journal as the law lets it come about, of many petitions in some units, drawn from a seed.</summary>
sealed class RandomJournal
{
    static readonly string[] Kinds = ["KHIEU_NAI", "TO_CAO", "KIEN_NGHI", "PHAN_ANH"];
    static readonly string[] Fields = ["HANH_CHINH", "TU_PHAP", "DANG_DOAN_THE", "KHAC"];

    readonly Random random;
    readonly List<(Guid Petition, Announced Entry)> entries = [];
    (Guid Id, Guid Unit, string Kind, string Field, DateOnly Day, bool Accepted) at;

    public RandomJournal(int seed, int petitions)
    {
        random = new(seed);
        Units = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];
        for (var i = 0; i < petitions; i++)
            Live();
        Spells = [.. Fold(new SpellBook([]), entries)];
    }

    public IReadOnlyList<Guid> Units { get; }

    /// <summary>In the order in which they were announced.</summary>
    public IReadOnlyList<(Guid Petition, Announced Entry)> Entries => entries;

    /// <summary>All versions that were ever known.</summary>
    public IReadOnlyList<Spell> Spells { get; }

    /// <summary>The events of a type with what they say.</summary>
    public IEnumerable<T> All<T>() => entries.Select(entry => entry.Entry.Event).OfType<T>();

    /// <summary>The spells as somebody knew them who had read so far.</summary>
    public static List<Spell> Fold(SpellBook book, IEnumerable<(Guid Petition, Announced Entry)> entries) =>
        [.. entries.SelectMany(entry => book.Take(entry.Petition, entry.Entry))];

    public Window Window()
    {
        var first = new DateOnly(2025, 11, 1).AddDays(random.Next(500));
        return new(first, first.AddDays(random.Next(200)));
    }

    void Live()
    {
        at = (Guid.CreateVersion7(), Of(Units), Of(Kinds), Of(Fields), new DateOnly(2025, 12, 1).AddDays(random.Next(365)), false);
        Guid? paper = random.Next(8) == 0 ? Guid.CreateVersion7() : null;
        Tell(
            new PetitionReceived(
                at.Id,
                at.Kind,
                "BUU_CHINH",
                at.Field,
                null,
                at.Day,
                "KN.ACC",
                at.Day.AddDays(9),
                random.Next(1, 3),
                null,
                paper,
                random.Next(1, 8)
            )
        );
        for (var steps = random.Next(7); steps > 0 && (at.Accepted ? Resolution() : Handling()); steps--) { }
    }

    /// <summary>A step from the receipt on; whether it stays where further steps may follow.</summary>
    bool Handling()
    {
        Wait();
        switch (random.Next(11))
        {
            case 0 or 1:
                at.Kind = Of(Kinds);
                Tell(Classified("ELIGIBLE"));
                return true;
            case 2:
                Tell(Classified("NOT_ELIGIBLE"));
                return false;
            case 3 when at.Kind == "TO_CAO":
                Tell(Classified("INSPECTION_INFORMATION"));
                return false;
            case 4:
                Tell(new PetitionNotAccepted(at.Id, at.Kind, at.Field, "XLD.UNCLEAR", at.Day, Coin));
                return MayReopen("NOT_ACCEPTED");
            case 5:
                Tell(new PetitionGuided(at.Id, at.Kind, at.Field, null, at.Day, Coin));
                return false;
            case 6:
                Tell(new PetitionForwarded(at.Id, at.Kind, at.Field, Of(Units), at.Day, Coin));
                return false;
            case 7:
                Tell(Withdrawn());
                return MayReopen("WITHDRAWN");
            case 8:
                Tell(new PetitionMerged(at.Id, at.Kind, at.Field, Guid.CreateVersion7(), Guid.CreateVersion7(), at.Day, Coin));
                return false;
            case 9:
                return Move();
            default:
                at.Accepted = true;
                Tell(new PetitionAccepted(at.Id, at.Kind, at.Field, at.Day, Coin, null, null));
                return true;
        }
    }

    /// <summary>A step from the acceptance on.</summary>
    bool Resolution()
    {
        Wait();
        switch (random.Next(6))
        {
            case 0:
                Tell(Withdrawn());
                if (Coin)
                    Tell(new PetitionStopped(at.Id, at.Kind, at.Field, "KN.STOP.WITHDRAWN", at.Day, null, true));
                return MayReopen("WITHDRAWN");
            case 1:
                Tell(new PetitionStopped(at.Id, at.Kind, at.Field, "KN.STOP.NO_OBJECT", at.Day, null, Coin));
                return MayReopen("STOPPED");
            case 2:
                return Move();
            case 3 when at.Kind == "TO_CAO":
                var from = at.Unit;
                (at.Unit, at.Accepted) = (Of(Units), false);
                Tell(new DenunciationHandedOver(at.Id, at.Kind, at.Field, from, at.Unit, at.Day, "TC.INIT", at.Day.AddDays(9)));
                return true;
            default:
                var outcome = at.Kind is "KHIEU_NAI" or "TO_CAO" ? Of("DUNG", "DUNG_MOT_PHAN", "SAI") : Of("TIEP_THU", "GIAI_TRINH");
                Tell(new PetitionResolved(at.Id, at.Kind, at.Field, outcome, at.Day, at.Day, null, Coin));
                return MayReopen("RESOLVED");
        }
    }

    bool MayReopen(string was)
    {
        if (random.Next(4) > 0)
            return false;
        Wait();
        Tell(new PetitionReopened(at.Id, at.Kind, at.Field, was, "MISTAKE", at.Day, null, null));
        return true;
    }

    bool Move()
    {
        var from = at.Unit;
        at.Unit = Of(Units);
        Tell(new PetitionMoved(at.Id, at.Kind, at.Field, from, at.Unit, at.Day, null, null));
        return true;
    }

    PetitionClassified Classified(string outcome) =>
        new(at.Id, at.Kind, at.Field, outcome, [], "TT 05/2021", Coin, at.Day, null, null, null);

    PetitionWithdrawn Withdrawn() => new(at.Id, at.Kind, at.Field, true, "LETTER", null, at.Day, true, Coin);

    bool Coin => random.Next(2) == 0;

    T Of<T>(params IReadOnlyList<T> some) => some[random.Next(some.Count)];

    void Wait() => at.Day = at.Day.AddDays(random.Next(40));

    void Tell(object @event) => entries.Add((at.Id, new(entries.Count + 1, at.Unit, @event)));
}
