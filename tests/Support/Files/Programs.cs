using DanVan.Cli.Local;

namespace DanVan.Support.Files;

/// <summary>Programs of the distribution that make files and look into them: none of them is ours. Installed when missing.</summary>
public static class Programs
{
    public static async Task<string> Exiftool(params string[] arguments)
    {
        // Without it nothing is said of documents.
        if (!File.Exists("/usr/share/perl5/Archive/Zip.pm"))
            await Packages.Install(["libarchive-zip-perl"]);
        return await Run("/usr/bin/exiftool", "libimage-exiftool-perl", arguments);
    }

    public static async Task<string> PdfInfo(string file) => await Run("/usr/bin/pdfinfo", "poppler-utils", [file]);

    /// <summary>A script of Python that may use Pillow; <c>sys.argv[1:]</c> are its arguments.</summary>
    public static async Task<string> Python(string script, params string[] arguments)
    {
        if (!System.IO.Directory.Exists("/usr/lib/python3/dist-packages/PIL"))
            await Packages.Install(["python3-pil"]);
        return await Shell.Run("/usr/bin/python3", ["-c", script, .. arguments]);
    }

    static async Task<string> Run(string program, string package, string[] arguments)
    {
        if (!File.Exists(program))
            await Packages.Install([package]);
        return await Shell.Run(program, arguments);
    }
}
