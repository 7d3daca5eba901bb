# Lists by organism and year, old addresses and the sitemap: each figure is looked at once, so that the
# templates need no search over the whole collection.
module Lists
  class Made < Jekyll::PageWithoutAFile
    def initialize(site, dir, name, data)
      super(site, site.source, dir, name)
      self.content = ""
      self.data = data
    end
  end

  class Generator < Jekyll::Generator
    def generate(site)
      organisms, years, names = {}, {}, {}
      figures = site.collections["figures"].docs
      figures.each do |doc|
        row = doc.data.slice("figid", "title", "label", "pmcid")
        (years[doc.data["year"] || "unknown"] ||= []) << row
        (doc.data["organism_pages"] || []).each do |o|
          names[o["slug"]] ||= o["name"]
          (organisms[o["slug"]] ||= []) << row
        end
        (doc.data["old"] || []).each do |path|
          data = { "layout" => "moved", "title" => doc.data["title"], "target" => "https://example.org/bench/figures/#{doc.data["figid"]}.html" }
          site.pages << Made.new(site, "figures", File.basename(path), data)
        end
      end
      pages(site, "organisms", organisms, names, 100)
      pages(site, "years", years, {}, 200)
      index(site, "organisms", "Organisms", organisms, names)
      index(site, "years", "Figures by year", years, {})
      index(site, "figures", "All figures", years, {}, "../years/")
      index(site, ".", site.config["title"], years, {}, "years/")
      addresses = figures.map { |d| "<url><loc>https://example.org/bench/figures/#{d.data["figid"]}.html</loc></url>\n" }
      map = Made.new(site, ".", "sitemap.xml", { "layout" => nil })
      map.content = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n#{addresses.join}</urlset>\n"
      site.pages << map
    end

    def pages(site, directory, groups, names, size)
      groups.each do |slug, rows|
        parts = rows.each_slice(size).to_a
        links = parts.size > 1 ? parts.each_index.map { |i| { "number" => i + 1, "href" => name(slug, i) } } : nil
        parts.each_with_index do |part, i|
          site.pages << Made.new(site, directory, name(slug, i), {
            "layout" => "list", "title" => names[slug] || slug, "total" => rows.size, "rows" => part, "start" => i * size + 1, "pages" => links, "number" => i + 1
          })
        end
      end
    end

    def index(site, directory, title, groups, names, prefix = "")
      entries = groups.map { |slug, rows| { "name" => names[slug] || slug, "href" => "#{prefix}#{slug}.html", "count" => rows.size } }
      site.pages << Made.new(site, directory, "index.html", { "layout" => "index", "title" => title, "entries" => entries })
    end

    def name(slug, i)
      i.zero? ? "#{slug}.html" : "#{slug}-#{i + 1}.html"
    end
  end
end
