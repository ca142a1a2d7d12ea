namespace DanVan.Directory.Client;

/// <summary>The units that a drafted reorganisation would end.</summary>
/// <param name="all">Their ids.</param>
/// <param name="heirless">Those of them whose open work would wait for a person to decide who goes on with it.</param>
public sealed class EndingUnits(Guid[] all, Guid[] heirless)
{
    /// <summary>How much there is in all of them, and how much of it in those that leave no heir.</summary>
    /// <param name="count">Counts in the units given.</param>
    public async Task<(int All, int Undecided)> Count(Func<Guid[], Task<int>> count) =>
        (await count(all), heirless.Length == 0 ? 0 : await count(heirless));
}
