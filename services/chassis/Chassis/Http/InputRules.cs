namespace DanVan.Chassis.Http;

/// <summary>What the attributes of a request's type demand, for values that came otherwise than as a JSON body: a line of a sheet, a row of a file.</summary>
public static class InputRules
{
    /// <summary>What is wrong with the value, by member and in the language of the request; empty when nothing is.</summary>
    public static IReadOnlyDictionary<string, string[]> Faults(object value)
    {
        var errors = new Dictionary<string, List<string>>();
        InputShape.Of(value.GetType()).Check(value, "", errors);
        return errors.ToDictionary(error => error.Key, error => error.Value.ToArray());
    }
}
