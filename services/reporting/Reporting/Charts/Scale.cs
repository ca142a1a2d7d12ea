namespace DanVan.Reporting.Charts;

/// <summary>An axis from a round number to a round number, with round steps.</summary>
/// <param name="Step">Between two lines.</param>
readonly record struct Scale(decimal From, decimal To, decimal Step)
{
    const int Lines = 5;

    /// <summary>Holds these values, and zero: a bar or a line that begins elsewhere exaggerates.</summary>
    /// <param name="whole">Whether there are whole numbers only, so that no line stands between them.</param>
    public static Scale Of(IReadOnlyCollection<decimal> values, bool whole = false)
    {
        var (least, most) = (Math.Min(0, values.DefaultIfEmpty().Min()), Math.Max(0, values.DefaultIfEmpty().Max()));
        if (most == least)
            most = least + 1;
        var step = Math.Max(Round((most - least) / Lines), whole ? 1 : 0);
        return new(Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, step);
    }

    /// <summary>The values of its lines.</summary>
    public IEnumerable<decimal> Ticks()
    {
        for (var tick = From; tick <= To; tick += Step)
            yield return tick;
    }

    /// <summary>Where a value stands, from 0 to 1.</summary>
    public double Place(decimal value) => (double)((value - From) / (To - From));

    // 1, 2 or 5 of a power of ten, or the next above.
    static decimal Round(decimal least)
    {
        var power = 1m;
        while (power * 10 <= least)
            power *= 10;
        while (power > least)
            power /= 10;
        return least <= power ? power
            : least <= 2 * power ? 2 * power
            : least <= 5 * power ? 5 * power
            : 10 * power;
    }
}
