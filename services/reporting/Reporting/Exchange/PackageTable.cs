namespace DanVan.Reporting.Exchange;

/// <summary>A table of a data package: one CSV file, and what the descriptor says of it.</summary>
/// <param name="Name">Of the resource; its file is called so too.</param>
/// <param name="Fields">Its columns.</param>
/// <param name="Key">The columns that tell its rows apart.</param>
/// <param name="References">Columns that hold the key of another table.</param>
/// <param name="Rows">The rows, each with a text for every column: empty where there is nothing.</param>
sealed record PackageTable(
    string Name,
    string Title,
    IReadOnlyList<PackageField> Fields,
    IReadOnlyList<string> Key,
    IReadOnlyList<PackageReference> References,
    IAsyncEnumerable<IReadOnlyList<string>> Rows
);

/// <summary>A column, as Table Schema has it.</summary>
/// <param name="Type">string, number, integer, boolean or date.</param>
/// <param name="OneOf">The only texts that it holds; any when none.</param>
sealed record PackageField(string Name, string Title, string Type = "string", bool Required = false, IReadOnlyList<string>? OneOf = null);

/// <summary>A column that holds the key of another table.</summary>
sealed record PackageReference(string Field, string Table, string Column);
