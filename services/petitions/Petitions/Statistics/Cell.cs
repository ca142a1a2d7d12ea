using System.Linq.Expressions;
using DanVan.Petitions.Eligibility;

namespace DanVan.Petitions.Statistics;

/// <summary>The days that are asked for, both included.</summary>
public sealed record Window(DateOnly From, DateOnly To);

/// <summary>A spell as a window shows it. All that an indicator asks for stands here, so that a number and the petitions behind it follow from the same words.</summary>
public sealed record Cell
{
    /// <summary>It was there when the window began (kỳ trước chuyển sang).</summary>
    public bool WasThere { get; init; }
    public Entry Entry { get; init; }

    /// <summary>It was dealt with by the end of the window.</summary>
    public bool IsDone { get; init; }
    public Ending? Ending { get; init; }

    /// <summary>It was to be resolved (phải giải quyết) in the window.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>And so already when the window began.</summary>
    public bool WasAccepted { get; init; }
    public bool CameAccepted { get; init; }
    public Outcome? Outcome { get; init; }
    public bool InTime { get; init; }
    public PetitionKind Kind { get; init; }
    public PetitionField Field { get; init; }
    public int Round { get; init; }
    public bool? Competent { get; init; }
    public Verdict? Verdict { get; init; }
    public bool IsPart { get; init; }
    public bool IsDuplicate { get; init; }
    public bool IsGroup { get; init; }

    /// <summary>How a window shows a spell that touches it.</summary>
    public static Expression<Func<Spell, Cell>> In(Window window) =>
        spell => new Cell
        {
            WasThere = spell.StartedOn < window.From,
            Entry = spell.Entry,
            IsDone = spell.EndedOn <= window.To,
            Ending = spell.Ending,
            IsAccepted = spell.AcceptedOn != null && spell.AcceptedOn <= window.To,
            WasAccepted = spell.AcceptedOn != null && spell.AcceptedOn < window.From,
            CameAccepted = spell.CameAccepted,
            Outcome = spell.Outcome,
            InTime = spell.InTime,
            Kind = spell.Kind,
            Field = spell.Field,
            Round = spell.Round,
            Competent = spell.Competent,
            Verdict = spell.Verdict,
            IsPart = spell.IsPart,
            IsDuplicate = spell.IsDuplicate,
            IsGroup = spell.IsGroup,
        };
}

/// <summary>How many spells look alike in a window.</summary>
/// <param name="Spells">So many.</param>
public sealed record Counted(Cell Cell, int Spells)
{
    public int Papers => Cell.IsPart ? 0 : Spells;
    public int Cases => Cell.IsDuplicate ? 0 : Spells;
}

static class Counting
{
    /// <summary>Those that a unit had to deal with on any day of the window.</summary>
    public static IQueryable<Spell> Touching(this IQueryable<Spell> spells, Window window) =>
        spells.Where(spell => spell.StartedOn <= window.To && spell.EndedOn >= window.From);

    /// <summary>As the journal stood at that number.</summary>
    public static IQueryable<Spell> AsOf(this IQueryable<Spell> spells, long sequence) =>
        spells
            .Where(spell => spell.UntilSequence == null && spell.FromSequence <= sequence)
            .Concat(spells.Where(spell => spell.UntilSequence != null && spell.UntilSequence > sequence && spell.FromSequence <= sequence));

    /// <summary>All that the figures of a window are made of, in one pass.</summary>
    public static IQueryable<Counted> Count(this IQueryable<Spell> spells, Window window) =>
        spells.Touching(window).GroupBy(Cell.In(window)).Select(alike => new Counted(alike.Key, alike.Count()));

    /// <summary>The spells behind the number of an indicator.</summary>
    public static IQueryable<Spell> Behind(this IQueryable<Spell> spells, Window window, Expression<Func<Cell, bool>> counts)
    {
        var shown = Cell.In(window);
        var condition = new Shown(counts.Parameters[0], (MemberInitExpression)shown.Body).Visit(counts.Body);
        return spells.Touching(window).Where(Expression.Lambda<Func<Spell, bool>>(condition, shown.Parameters));
    }

    /// <summary>Puts in the place of each member of a cell what it is of a spell.</summary>
    sealed class Shown(ParameterExpression cell, MemberInitExpression spell) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == cell
                ? spell.Bindings.OfType<MemberAssignment>().Single(binding => binding.Member.Name == node.Member.Name).Expression
                : base.VisitMember(node);
    }
}
