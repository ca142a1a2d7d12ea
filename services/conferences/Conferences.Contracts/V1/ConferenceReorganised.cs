namespace DanVan.Conferences.Contracts.V1;

/// <summary>
/// Units of a conference still to come have ended: others organise it, or send the delegates, in their place. These are the one successor when a
/// reorganisation was carried out, or the unit that a person decided on. Subject: <c>conference/{ConferenceId}</c>.
/// </summary>
/// <param name="ConferenceId">The conference.</param>
/// <param name="UnitId">The organiser from now on.</param>
/// <param name="Delegates">How many delegates come from another unit than before.</param>
/// <param name="MovedOn">The day of the reorganisation, or of the decision.</param>
/// <param name="ReorganisationId">The reorganisation; none when a person decided.</param>
public sealed record ConferenceReorganised(Guid ConferenceId, Guid UnitId, int Delegates, DateOnly MovedOn, Guid? ReorganisationId);
