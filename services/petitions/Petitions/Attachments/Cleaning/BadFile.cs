using DanVan.Chassis.Http;

namespace DanVan.Petitions.Attachments.Cleaning;

/// <summary>A file cannot be taken; thrown from inside its reading, where nothing else could be returned, and answered as the rule that it broke.</summary>
sealed class BadFile(Rejection rejection) : Exception(rejection.En)
{
    public Rejection Rejection { get; } = rejection;
}
