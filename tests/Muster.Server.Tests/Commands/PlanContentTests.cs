using Muster.Server.Commands;
using Muster.Server.Demo.Content;
using Muster.Testing;

namespace Muster.Server.Tests.Commands;

/// <summary>What stands in the file of <c>muster plan</c>.</summary>
public sealed class PlanContentTests : IDisposable
{
    private const string Least = """
        organization:
          tenants: [{name: Acme}]
          business-units: [{name: Service, zone: Europe/Berlin}]
          management-units: [{name: Desk}]
        """;

    private readonly DirectoryInfo _folder = TemporaryFolder.Make();

    [Fact]
    public async Task The_least_that_a_file_says_is_enough()
    {
        var content = await ReadAsync(Least);

        Assert.Equal("Service", content.BusinessUnit);
        Assert.Equal(["Desk"], content.Units.Select(unit => unit.Name));
        Assert.Empty(content.Adherence.Mappings);
    }

    [Theory]
    [InlineData("tenants: []", "has no \"organization\" with a tenant and a business unit.")]
    [InlineData("organization: [", "cannot be read")]
    [InlineData($"{Least}\nnonsense: 1", "nonsense")]
    [InlineData("", "has no \"organization\"")]
    [InlineData($"{Least}\n  skills: [Claims]", "organization, skills is no list")]
    [InlineData($"{Least}\n  teams: [{{name: 7}}]", "organization, teams is no list")]
    public async Task What_is_wrong_is_told_with_the_file_and_a_pattern(string text, string why)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => ReadAsync(text));

        Assert.Contains("centre.yaml", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Contains("\nMaybe compare it with samples/first-hour/centre.yaml.", refused.Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<CentreContent> ReadAsync(string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, "centre.yaml"));
        await File.WriteAllTextAsync(file.FullName, text);
        return await PlanContent.ReadAsync(file, CancellationToken.None);
    }
}
