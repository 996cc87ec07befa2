using System.Collections;
using Muster.Server.Options;

namespace Muster.Server.Tests.Options;

public sealed class OptionSourcesTests
{
    [Fact]
    public void Variables_with_a_double_underscore_are_options_and_others_are_not()
    {
        var settings = OptionSources.Environment(new Hashtable
        {
            ["MUSTER_SERVER__NODE"] = "n1",
            ["MUSTER_ACCEPT"] = "1",
            ["PATH"] = "/bin",
        });

        Assert.Equal([new OptionSetting("SERVER:NODE", "n1", "environment MUSTER_SERVER__NODE")], settings);
    }

    [Fact]
    public void A_file_may_have_comments_and_trailing_commas()
    {
        var settings = Read("""
            {
              // where it listens
              "Server": { "Urls": "http://*:80", "CacheSlack": 2, },
            }
            """);

        Assert.Equal(["http://*:80", "2"], settings.Select(setting => setting.Value));
    }

    [Fact]
    public void A_broken_file_is_refused_with_line_and_column()
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read("{\n  \"Server\": {,}\n}"));

        Assert.Contains("line 2", refused.Message, StringComparison.Ordinal);
        Assert.Contains("\nMaybe", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_by_name()
    {
        var refused = Assert.Throws<StartRefusedException>(() => OptionSources.File("/no/such/muster.json"));

        Assert.Contains("/no/such/muster.json", refused.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<OptionSetting> Read(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            return OptionSources.File(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
