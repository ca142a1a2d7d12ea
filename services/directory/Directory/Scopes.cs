namespace DanVan.Directory;

/// <summary>The scopes that a client of the platform may be given.</summary>
public static class Scopes
{
    public const string DirectoryRead = "directory.read";
    public const string DirectoryWrite = "directory.write";
    public const string DirectoryAdmin = "directory.admin";
    public const string PeopleRead = "people.read";
    public const string PeopleWrite = "people.write";
    public const string DirectoryReorganise = "directory.reorganise";

    /// <summary>All of them, those of the other services included: the directory is where they are given.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        DirectoryRead,
        DirectoryWrite,
        DirectoryAdmin,
        PeopleRead,
        PeopleWrite,
        DirectoryReorganise,
        "petitions.read",
        "petitions.write",
        "petitions.decide",
        "petitions.identity",
        "petitions.clearance",
        "reporting.read",
        "reporting.write",
        "reporting.approve",
        "conferences.read",
        "conferences.write",
        "awards.read",
        "awards.write",
        "awards.decide",
        "awards.clearance",
        "events.read",
        "subscriptions.manage",
    ];
}
