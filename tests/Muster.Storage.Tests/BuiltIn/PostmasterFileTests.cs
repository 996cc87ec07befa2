using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

public sealed class PostmasterFileTests
{
    private static readonly string[] Whole =
        ["4711", "/data", "1795230736", "5432", "/socket", "", " 11657399 5", "ready   "];

    [Fact]
    public void A_whole_file_tells_process_socket_and_readiness()
    {
        Assert.Equal(new PostmasterFile(4711, "/socket", IsReady: true), PostmasterFile.Parse(Whole));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(7)]
    public void A_file_still_being_written_is_not_ready(int lines)
    {
        Assert.False(PostmasterFile.Parse(Whole[..lines])!.IsReady);
    }

    [Fact]
    public void A_server_that_recovers_is_not_ready()
    {
        Assert.False(PostmasterFile.Parse([.. Whole[..7], "starting"])!.IsReady);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("words")]
    public void A_file_without_a_process_is_no_server(string first)
    {
        Assert.Null(PostmasterFile.Parse([first]));
    }
}
