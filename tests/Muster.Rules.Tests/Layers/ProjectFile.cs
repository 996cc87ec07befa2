using System.Xml;
using System.Xml.Linq;

namespace Muster.Rules.Tests.Layers;

/// <summary>What a .csproj refers to, each with its line.</summary>
internal sealed record ProjectFile(
    string Path,
    IReadOnlyList<(string Name, int Line)> Projects,
    IReadOnlyList<(string Name, int Line)> Packages)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    public static ProjectFile Parse(TextFile file)
    {
        var document = XDocument.Parse(file.Text, LoadOptions.SetLineInfo);
        return new ProjectFile(
            file.Path,
            [.. Includes(document, "ProjectReference").Select(r => (BareName(r.Name), r.Line))],
            [.. Includes(document, "PackageReference")]);
    }

    public static IReadOnlyList<ProjectFile> InRepository()
    {
        return [.. SourceTree.Repository.Texts(".csproj").Select(Parse)];
    }

    private static IEnumerable<(string Name, int Line)> Includes(XDocument document, string element)
    {
        return document.Descendants()
            .Where(e => e.Name.LocalName == element)
            .Select(e => ((string?)e.Attribute("Include") ?? "", ((IXmlLineInfo)e).LineNumber));
    }

    private static string BareName(string include)
    {
        return System.IO.Path.GetFileNameWithoutExtension(include.Replace('\\', '/'));
    }
}
