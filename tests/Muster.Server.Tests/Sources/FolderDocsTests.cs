using System.Text.RegularExpressions;
using Muster.Domain.Sources;
using Muster.Testing;

namespace Muster.Server.Tests.Sources;

/// <summary>The examples of docs/sources.md are files that are read.</summary>
public sealed partial class FolderDocsTests
{
    [Fact]
    public async Task The_examples_of_the_page_are_read_without_a_refusal()
    {
        using var folder = new FolderOfFiles();
        var page = await File.ReadAllTextAsync(Path.Combine(Accepted.Repository, "docs/sources.md"));
        foreach (Match example in Example().Matches(page))
        {
            folder.Write(example.Groups["name"].Value, example.Groups["text"].Value);
        }

        var objects = await folder.ReadObjectsAsync();

        Assert.Equal(["de", "b1", "e3", "e1", "e2"], objects.Select(said => said.ExternalId));
        var amy = (SourcePerson)objects[3].Content!;
        Assert.Equal([new SourceLogin("acd1", "4711"), new SourceLogin("acd2", "12")], amy.Logins);
        Assert.Equal("Bee, \"the second\"", ((SourcePerson)objects[4].Content!).LastName);
        Assert.Equal("0073", ((SourcePerson)objects[2].Content!).EmployeeNumber);
        Assert.Equal("""{"badges":[1,2],"department":"Service"}""",
            ((SourcePerson)objects[2].Content!).Attributes!.ToJsonString());
    }

    [GeneratedRegex(@"```(csv|yaml) (?<name>\S+)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
