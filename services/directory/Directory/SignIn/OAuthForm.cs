namespace DanVan.Directory.SignIn;

/// <summary>Reads a form as OAuth 2.0 wants it: every parameter once.</summary>
internal static class OAuthForm
{
    public const int Longest = 16 * 1024;

    /// <summary>The form; null for a body that is none, or that says something twice.</summary>
    public static async Task<IFormCollection?> Read(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            var form = await request.ReadFormAsync(ct);
            return form.Any(field => field.Value.Count > 1) ? null : form;
        }
        catch (InvalidDataException)
        {
            return null; // Too many fields, or a field too long: the caller's mistake and no failure of ours.
        }
    }
}
