namespace DanVan.Petitions.Statistics;

/// <summary>The spells of some petitions as they are known, and what further events make of them. What was known before stays, with the event that ended that.</summary>
sealed class SpellBook(IEnumerable<Spell> current)
{
    readonly Dictionary<Guid, List<Spell>> known = current
        .GroupBy(spell => spell.PetitionId)
        .ToDictionary(of => of.Key, of => of.OrderBy(spell => spell.Number).ToList());

    /// <summary>The versions that an event adds.</summary>
    public IReadOnlyList<Spell> Take(Guid petition, Announced one)
    {
        if (!known.TryGetValue(petition, out var spells))
            known[petition] = spells = [];
        var added = new List<Spell>();
        foreach (var changed in SpellFold.After(spells, one.Event, one.Unit).ToList())
        {
            var version = changed with { FromSequence = one.Sequence, UntilSequence = null };
            var at = spells.FindIndex(spell => spell.Number == version.Number);
            if (at < 0)
                spells.Add(version);
            else
            {
                spells[at].UntilSequence = one.Sequence;
                spells[at] = version;
            }
            added.Add(version);
        }
        return added;
    }
}
