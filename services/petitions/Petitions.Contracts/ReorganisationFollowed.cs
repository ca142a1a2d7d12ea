namespace DanVan.Petitions.Contracts.V1;

/// <summary>
/// This service has followed a reorganisation that was carried out: its open work is with the successors of the units that ended. Told once.
/// Subject: <c>reorganisation-part/{ReorganisationId}</c>.
/// </summary>
/// <param name="ReorganisationId">The reorganisation.</param>
/// <param name="Moves">Petitions and requests for help with them, 0 where there is none; more may come.</param>
public sealed record ReorganisationFollowed(Guid ReorganisationId, IReadOnlyList<MovedWork> Moves);

/// <summary>A kind of work, and what became of it.</summary>
/// <param name="Work">PETITIONS, or CO_HANDLINGS: what the units were asked to help with.</param>
/// <param name="Moved">How many went to the one successor of their unit.</param>
/// <param name="Undecided">How many stay with a unit that has ended, until a person decides: it has several successors, or none.</param>
public sealed record MovedWork(string Work, int Moved, int Undecided);
