package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;

/** A picture of figures, as SVG. */
interface Chart {
    int WIDTH = 720;
    int HEIGHT = 380;

    /** Writes the file. */
    void write(Path svg);

    /** One line or row of bars. */
    record Series(String name, List<? extends Number> values) {}

    /** Groups of bars. */
    static Chart bars(String title, String unit, List<String> groups, List<Series> series) {
        var chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(unit)
                .build();
        series.forEach(one -> chart.addSeries(one.name(), groups, one.values()));
        return svg -> save(chart, svg);
    }

    /** Lines over a common axis. */
    static Chart lines(String title, String axis, String unit, List<? extends Number> x, List<Series> series) {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(axis)
                .yAxisTitle(unit)
                .build();
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
        series.forEach(one -> chart.addSeries(one.name(), x, one.values()));
        return svg -> save(chart, svg);
    }

    private static void save(IChart chart, Path svg) {
        try (var out = Files.newOutputStream(svg)) {
            ChartEncoder.saveChart(chart, out, "svg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
