namespace DanVan.Conferences.Contracts.V1;

/// <summary>
/// Units of a conference still to come have ended in a reorganisation: their one successor organises it, or sends the delegates, in their place.
/// Subject: <c>conference/{ConferenceId}</c>.
/// </summary>
/// <param name="ConferenceId">The conference.</param>
/// <param name="UnitId">The organiser from now on.</param>
/// <param name="Delegates">How many delegates come from another unit than before.</param>
/// <param name="MovedOn">The day of the reorganisation.</param>
/// <param name="ReorganisationId">The reorganisation.</param>
public sealed record ConferenceReorganised(Guid ConferenceId, Guid UnitId, int Delegates, DateOnly MovedOn, Guid ReorganisationId);
