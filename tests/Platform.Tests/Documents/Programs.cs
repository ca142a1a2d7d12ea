using DanVan.Cli.Local;

namespace DanVan.Platform.Tests.Documents;

/// <summary>Programs of the distribution that read documents, installed when missing: they were not written by whoever wrote the writers.</summary>
static class Programs
{
    static readonly SemaphoreSlim one = new(1);

    /// <summary>What a program of poppler prints of a PDF.</summary>
    public static async Task<string> Of(string program, byte[] pdf, params string[] arguments)
    {
        await Ensure("/usr/bin/pdftotext", "poppler-utils");
        return await With(
            pdf,
            "pdf",
            file => Shell.Run($"/usr/bin/{program}", [.. arguments, file, .. program == "pdftotext" ? ["-"] : Array.Empty<string>()])
        );
    }

    /// <summary>What a script prints that has the document open in python-docx as <c>d</c>.</summary>
    public static async Task<string> Python(byte[] docx, string script)
    {
        await Ensure("/usr/lib/python3/dist-packages/docx/__init__.py", "python3-docx");
        return await With(
            docx,
            "docx",
            file => Shell.Run("/usr/bin/python3", ["-c", $"import docx, sys\nd = docx.Document(sys.argv[1])\n{script}", file])
        );
    }

    static async Task Ensure(string file, string package)
    {
        await one.WaitAsync();
        try
        {
            if (!File.Exists(file))
                await Packages.Install([package]);
        }
        finally
        {
            one.Release();
        }
    }

    static async Task<string> With(byte[] bytes, string ending, Func<string, Task<string>> read)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.{ending}");
        await File.WriteAllBytesAsync(file, bytes);
        try
        {
            return await read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
