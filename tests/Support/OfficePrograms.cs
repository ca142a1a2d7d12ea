using DanVan.Cli.Local;

namespace DanVan.Support;

/// <summary>Programs of the distribution that read papers and sheets, installed when missing: they were not written by whoever wrote the writers.</summary>
public static class OfficePrograms
{
    // Commas, quotation marks, UTF-8, from the first line, cells as they are shown.
    const string Csv = "csv:Text - txt - csv (StarCalc):44,34,76,1";

    static readonly SemaphoreSlim one = new(1);

    /// <summary>What LibreOffice makes of a file: <c>csv</c>, <c>txt</c>, or another of its formats.</summary>
    public static async Task<byte[]> Converted(byte[] file, string from, string to)
    {
        // One program with a library for each kind of document.
        await Ensure("/usr/lib/libreoffice/program/libsclo.so", "libreoffice-calc-nogui");
        await Ensure("/usr/lib/libreoffice/program/libswlo.so", "libreoffice-writer-nogui");
        var folder = Directory.CreateTempSubdirectory("danvan-office-");
        try
        {
            var source = Path.Combine(folder.FullName, $"document.{from}");
            var target = Directory.CreateDirectory(Path.Combine(folder.FullName, "out")).FullName;
            await File.WriteAllBytesAsync(source, file);
            // A profile of its own, since two that share one wait for each other in vain.
            var profile = $"-env:UserInstallation=file://{folder.FullName}/profile";
            var filter = to switch
            {
                "csv" => Csv,
                "txt" => "txt:Text (encoded):UTF8",
                _ => to,
            };
            await Shell.Run("/usr/bin/soffice", [profile, "--headless", "--convert-to", filter, "--outdir", target, source]);
            return await File.ReadAllBytesAsync(Path.Combine(target, $"document.{to}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What poppler prints of a PDF.</summary>
    public static async Task<string> TextOf(byte[] pdf)
    {
        await Ensure("/usr/bin/pdftotext", "poppler-utils");
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            return await Shell.Run("/usr/bin/pdftotext", ["-layout", file, "-"]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    static async Task Ensure(string program, params string[] packages)
    {
        await one.WaitAsync();
        try
        {
            if (!File.Exists(program))
                await Packages.Install(packages);
        }
        finally
        {
            one.Release();
        }
    }
}
