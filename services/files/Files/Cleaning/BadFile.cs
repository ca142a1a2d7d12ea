using DanVan.Chassis.Http;

namespace DanVan.Files.Cleaning;

/// <summary>A file cannot be taken, by the rule that it broke.</summary>
sealed class BadFile(Rejection rejection) : Exception(rejection.En)
{
    public Rejection Rejection { get; } = rejection;
}
